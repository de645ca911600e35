import { settingsSchema } from './settings-schema.ts'
import { bare, nearest, slipsBetween } from '../domain/text/spelling.ts'

const settings = Object.keys(settingsSchema.shape)

/** What other programs read from the same file: Node, PostgreSQL's driver, proxies, Docker. */
const ofOthers =
  /^(?:NODE_|npm_|PG[A-Z]+$|POSTGRES_|COMPOSE_|DOCKER_|SSL_CERT_|LC_|(?:TZ|LANG|DEBUG|(?:HTTPS?|NO|ALL)_PROXY)$)/i

/** `.env` is Baton's own: a name that is none of its settings is a slip, and would change nothing without a word. */
export function strangersIn(names: string[]): string[] {
  return names
    .filter((name) => !settings.includes(name) && !ofOthers.test(name))
    .map((name) => {
      const meant = nearest(name, settings)
      const remedy = meant === null ? 'take it out; .env.example lists them' : `did you mean ${meant}?`
      return `${name} in .env is no setting of Baton: ${remedy}`
    })
}

/**
 * The environment is everybody's: only what is all but a setting of ours is told, and not where that one is set, as then the
 * other is somebody else's.
 */
export function nearMisses(environment: Record<string, string | undefined>, inFile: string[] = []): string[] {
  return Object.keys(environment)
    .filter((name) => !settings.includes(name) && !inFile.includes(name))
    .flatMap((name) => {
      const meant = settings.find((setting) => isNear(name, setting))
      return meant === undefined || environment[meant]
        ? []
        : [`${name} in the environment is no setting of Baton: did you mean ${meant}?`]
    })
}

/** A slip for every six letters: SLACK_HOST is no SLACK_PORT. */
const isNear = (name: string, setting: string): boolean =>
  Math.abs(name.length - setting.length) < 4 &&
  slipsBetween(bare(name), bare(setting)) <= Math.floor(setting.length / 6)
