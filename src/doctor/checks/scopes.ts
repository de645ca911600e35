import { ok, problem, skipped, warning, type Finding } from '../finding.ts'
import { unasked, type Patient } from '../patient.ts'

/** What is missing without each scope of manifest.yml, as the README tells it; `vital` ones leave little that works. */
export const scopes: Record<string, { without: string; isVital: boolean }> = {
  'chat:write': { without: 'no card, thread or digest is posted', isVital: true },
  commands: { without: '/persona, /define, /lead and /digest are not there', isVital: true },
  'users:read': { without: 'nobody can accept or reject: Baton can’t see who they are', isVital: true },
  'usergroups:read': { without: 'roles that are user groups have no members', isVital: false },
  'channels:read': { without: 'every channel counts as shared, so that cards show no names', isVital: true },
  'files:write': { without: 'digests come without their figures as CSV and their picture', isVital: false },
  'channels:history': { without: 'a post whose answer was lost may appear twice', isVital: false },
}

/** For private channels, where the README tells to add them. */
const optional = ['groups:read', 'groups:history']

/** May the bot do what it needs, and no more? */
export async function scopesOf({ identity }: Patient): Promise<Finding[]> {
  const answer = await identity()
  if (!answer?.ok) return [skipped('scopes', unasked(answer))]
  if (!answer.value.scopes) return [skipped('scopes', 'Slack’s answer did not name them')]
  return judge(answer.value.scopes)
}

function judge(granted: string[]): Finding[] {
  const wanted = Object.keys(scopes)
  const missing = wanted.filter((scope) => !granted.includes(scope)).map(lacking)
  const extra = granted.filter((scope) => ![...wanted, ...optional].includes(scope))
  const findings = extra.length > 0 ? [...missing, tooMany(extra)] : missing
  return findings.length > 0
    ? findings
    : [ok('scopes', `all ${wanted.length} are granted, and none too many`)]
}

function lacking(scope: string): Finding {
  const { without, isVital } = scopes[scope] ?? { without: '', isVital: true }
  const todo =
    `Add ${scope} under "OAuth & Permissions" → "Bot Token Scopes" of your app, and reinstall it on that page; ` +
    'the token stays the same.'
  return (isVital ? problem : warning)('scopes', `${scope} is missing: ${without}`, todo)
}

function tooMany(extra: string[]): Finding {
  return warning(
    'scopes',
    `more than Baton needs: ${extra.join(', ')}`,
    'Remove them under "OAuth & Permissions", then uninstall the app and install it again: a token keeps what it once got.',
  )
}
