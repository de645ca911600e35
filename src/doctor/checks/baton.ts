import { askBaton, type BatonState } from '../ask-baton.ts'
import { ok, problem, skipped, warning, type Finding } from '../finding.ts'
import { intakeUrl } from '../intake-url.ts'
import type { Patient } from '../patient.ts'

/** Does a Baton run here, and is it well? */
export async function baton({ draft, database }: Patient): Promise<Finding[]> {
  if (draft.intake.port === 0)
    return [skipped('Baton', 'INTAKE_PORT is 0: which port it took stands in its log')]
  const url = intakeUrl(draft.intake)
  const state = await askBaton(url)
  if (state.is === 'silent' && (await database()).state === 'in-use') return [starting(url)]
  return [judge(state, url)]
}

function judge(state: BatonState, url: string): Finding {
  switch (state.is) {
    case 'silent':
      return warning('Baton', `does not run here: nothing listens on ${url}`, 'Start it: npm start.')
    case 'stuck':
      return problem(
        'Baton',
        `${url} is taken, and does not answer`,
        'Look at the log of the program that holds the port; restart it if it is Baton.',
      )
    case 'other':
      return problem(
        'Baton',
        `another program answers on ${url}`,
        'Stop that program, or choose another INTAKE_PORT.',
      )
    case 'ready':
      return ok('Baton', `runs on ${url} and is ready (${state.says})`)
    case 'degraded':
      return warning(
        'Baton',
        `runs on ${url}, and something needs you (${state.says})`,
        `Look at ${state.what.join(', ')}: what to do stands there, and in docs/operations.md under "Health".`,
      )
    case 'not-ready':
      return problem(
        'Baton',
        `runs on ${url} and is not ready (${state.says})`,
        'Look at the problems below and at its log; it becomes ready by itself when they are gone.',
      )
  }
}

/** It has the data folder already, or still. */
const starting = (url: string): Finding =>
  warning(
    'Baton',
    `is starting or stopping, or listens elsewhere: it has the data folder, and nothing listens on ${url}`,
    'Wait a minute and look again; if it stays so, look at its log.',
  )
