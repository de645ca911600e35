import type { SandboxMessage } from '../../sandbox/sandbox.ts'
import { actions } from '../../slack/ids.ts'
import { generalChannel, names, people } from '../cast.ts'
import type { Stage } from '../stage.ts'
import { drawHeading, drawPrivately } from './transcript.ts'
import { until } from '../until.ts'

/** Where the story happens, and how it is told. */
export interface Telling {
  stage: Stage
  tell: (lines: string[]) => void
}

/** What people ask Baton, each privately, and what one of them then shares. */
export async function tellLookUps(telling: Telling): Promise<void> {
  telling.tell(drawHeading('Both teams look things up'))
  const [persona] = await ask(telling, people.anna, ['/persona', 'rev ops'])
  if (persona) await share(telling, people.anna, persona)
  await ask(telling, people.ben, ['/define', 'MQL'])
  await ask(telling, people.carla, ['/define', 'smarketing'])
  await ask(telling, people.anna, ['/lead', 'acme'])
}

async function ask(
  { stage: { sandbox }, tell }: Telling,
  userId: string,
  [command, text]: [string, string],
): Promise<SandboxMessage[]> {
  const before = new Set(sandbox.ephemerals(userId))
  await sandbox.as(userId).command(command, text)
  const answers = await until(`the answer to ${command} ${text}`, () => {
    const news = sandbox.ephemerals(userId).filter((message) => !before.has(message))
    return news.length > 0 && news
  })
  tell([`${names.get(userId)} types ${command} ${text}`, ...drawPrivately(userId, answers)])
  return answers
}

async function share(
  { stage: { sandbox }, tell }: Telling,
  userId: string,
  answer: SandboxMessage,
): Promise<void> {
  await sandbox.as(userId).click(answer, actions.sharePersona)
  await until('the persona in the channel', () => sandbox.messages(generalChannel).length > 0)
  tell([`${names.get(userId)} shares it: it now stands in #general.`, ''])
}
