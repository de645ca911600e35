import { noAddressHere } from '../../settings/config.ts'
import { askDoor } from '../ask-door.ts'
import { inTwo, ok, problem, skipped, warning, type Finding } from '../finding.ts'
import { intakeUrl } from '../intake-url.ts'
import { isAddressHere } from '../is-address-here.ts'
import type { Patient } from '../patient.ts'

/** Can anybody send leads? */
export async function intake({ draft, isWrong }: Patient): Promise<Finding[]> {
  const { sources, host, port } = draft.intake
  if (!(await isAddressHere(host))) return [elsewhere(noAddressHere(host))]
  if (isWrong('INTAKE_SOURCES')) return [skipped('intake', 'INTAKE_SOURCES is wrong; see settings')]
  if (sources.length === 0)
    return [
      warning(
        'intake',
        'INTAKE_SOURCES names no sender: leads come in by CSV alone',
        'Add NAME=SECRET to INTAKE_SOURCES for each sender, and restart Baton.',
      ),
    ]
  const names = sources.map(({ name }) => name).join(', ')
  const url = `http://${host}:${port}/v1/leads`
  const door = port === 0 ? 'free' : await askDoor(`${intakeUrl(draft.intake)}/v1/leads`)
  if (door !== 'ours')
    return [skipped('intake', `no Baton takes leads at ${url} for ${names} now; see Baton`)]
  return [ok('intake', `${names} may send leads to ${url}${reachOf(host)}`)]
}

function elsewhere(sentence: string): Finding {
  const { says, todo } = inTwo(sentence, ': ') ?? { says: sentence, todo: 'Choose another INTAKE_HOST.' }
  return problem('intake', says, todo)
}

const reachOf = (host: string): string =>
  host === 'localhost' || host === '::1' || host.startsWith('127.')
    ? ', from this machine alone; for others set INTAKE_HOST, and put TLS before it'
    : ''
