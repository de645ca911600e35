import { askDoor } from '../ask-door.ts'
import { inTwo, ok, problem, skipped, type Finding } from '../finding.ts'
import type { Patient } from '../patient.ts'

/** Can clicks and commands come in? Whether Slack really delivers them, only a click shows. */
export async function connection(patient: Patient): Promise<Finding[]> {
  const { appToken, signingSecret } = patient.draft.slack
  if (signingSecret !== undefined) return [await overHttp(patient)]
  if (appToken === undefined)
    return [
      skipped(
        'connection',
        'no app token that Slack could be asked about, and no signing secret; see settings',
      ),
    ]
  const answer = await patient.slack.socket(appToken)
  if (answer.ok) return [ok('connection', 'Slack would open a socket for the app token')]
  const { says, todo } = inTwo(answer.says, '. ') ?? { says: answer.says, todo: 'Look at Slack’s status.' }
  return [problem('connection', says, todo)]
}

async function overHttp({ draft }: Patient): Promise<Finding> {
  const { port } = draft.slack
  const unseen =
    'from here nobody can see whether Slack’s requests arrive: "Interactivity", "Slash Commands" and "Event ' +
    'Subscriptions" of your app name the public address that leads there, with /slack/events'
  switch (port === 0 ? 'free' : await askDoor(`http://127.0.0.1:${port}/slack/events`)) {
    case 'free':
      return ok('connection', `HTTP: the signing secret is set, and port ${port} is free; ${unseen}`)
    case 'ours':
      return ok(
        'connection',
        `HTTP: port ${port} turns away what Slack has not signed, as Baton does; ${unseen}`,
      )
    case 'other':
      return problem(
        'connection',
        `HTTP: port ${port} belongs to another program`,
        'Stop that program, or choose another SLACK_PORT and lead Slack’s requests there.',
      )
  }
}
