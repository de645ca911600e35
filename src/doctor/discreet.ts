import type { Finding } from './finding.ts'

/** Settings whose value, or a part of it, lets somebody in. */
const secretNames = [
  'SLACK_BOT_TOKEN',
  'SLACK_APP_TOKEN',
  'SLACK_SIGNING_SECRET',
  'DATABASE_URL',
  'INTAKE_SOURCES',
  'METRICS_TOKEN',
]

/** Takes secrets and control signs out of what is shown, wherever they came from: an error, a name, another program. */
export function discreetly(env: Record<string, string | undefined>): (finding: Finding) => Finding {
  const secrets = secretNames.flatMap((name) => partsOf(env[name] ?? '')).filter((part) => part.length >= 6)
  const plain = (text: string): string => {
    const shown = text.replaceAll(/[\p{Cc}\u200E\u200F\u202A-\u202E\u2066-\u2069]+/gu, ' ')
    return secrets.reduce((rest, secret) => rest.replaceAll(secret, '(hidden)'), shown)
  }
  return ({ sign, about, says, todo }) => ({
    ...{ sign, about: plain(about), says: plain(says) },
    ...(todo !== undefined && { todo: plain(todo) }),
  })
}

/** A secret as it is, and the passwords in a URL or a list of sources. */
function partsOf(value: string): string[] {
  const sources = value.split(',').map((entry) => entry.trim())
  const password = /^[a-z+]+:\/\/[^/@]*:([^/@]+)@/.exec(value)?.[1]
  return [
    value,
    ...sources.map((entry) => entry.slice(entry.indexOf('=') + 1)),
    ...(password ? [password] : []),
  ]
}
