import { TZDate } from '@date-fns/tz'
import { format } from 'date-fns/format'
import type { PlaybookDocument } from '../../domain/playbook/playbook.ts'
import { brokenRules } from '../../domain/playbook/playbook-rules.ts'
import { pathOf } from '../../flows/playbook/problems.ts'
import { ok, problem, skipped, warning, type Finding } from '../finding.ts'
import type { FoundPlaybook } from '../find-playbook.ts'
import type { Patient } from '../patient.ts'

/** Nothing can be exported of what can't be read. */
export const putRight = (table: string): string =>
  `Put that row of the table ${table} right, or restore a backup from before it was changed.`

export const edit = 'npm run baton -- playbook export playbook.yaml, edit, then playbook import.'

/** Is the agreement of both teams valid, and does it make sense today? */
export async function playbook(patient: Patient): Promise<Finding[]> {
  return judge(await patient.playbook(), patient.now())
}

export function judge(found: FoundPlaybook, now: Date): Finding[] {
  if (found.state === 'unknown') return [skipped('playbook', found.why)]
  if (found.state === 'invalid')
    return found.problems.map(({ path, remedy }) =>
      problem(
        'playbook',
        `${found.from}: ${path || 'the whole'} ${found.isFile ? 'is not valid' : 'can’t be read'}: ${remedy}`,
        found.isFile ? `Correct it in ${found.from}, then ask again.` : putRight('Playbook'),
      ),
    )
  const { document, from } = found
  const odd = [...broken(document, now), ...holidays(document, now), ...digest(document)]
  return [ok('playbook', `${from}; it is ${timeIn(document.zone, now)} in ${document.zone}`), ...odd]
}

function holidays({ workingHours }: PlaybookDocument, now: Date): Finding[] {
  const last = workingHours.holidays.toSorted().at(-1)
  if (last !== undefined && last >= now.toISOString().slice(0, 10)) return []
  const says = last === undefined ? 'has no holidays' : `its last holiday, ${last}, is past`
  return [
    warning('playbook', `${says}: accept clocks run on days when nobody works`, `Add the next ones: ${edit}`),
  ]
}

/** A version in force may be older than a rule that it breaks. */
function broken(document: PlaybookDocument, now: Date): Finding[] {
  return brokenRules(document, now).map(({ path, remedy }) =>
    problem('playbook', `${pathOf(path)} can’t work: ${remedy}`, `Correct it: ${edit}`),
  )
}

function digest({ digest: { weekday, time }, workingHours, roles }: PlaybookDocument): Finding[] {
  const found: Finding[] = []
  if ((workingHours.days[weekday] ?? []).length === 0)
    found.push(
      warning(
        'playbook',
        `the digest comes on ${weekday}, when nobody works`,
        `Choose another digest.weekday: ${edit}`,
      ),
    )
  if (roles.managers === 'nobody')
    found.push(
      warning(
        'playbook',
        `roles.managers is nobody: no one gets the manager’s digest (${weekday} ${time})`,
        `Name them: ${edit}`,
      ),
    )
  return found
}

const timeIn = (zone: string, now: Date): string => format(new TZDate(now.getTime(), zone), 'EEEE HH:mm')
