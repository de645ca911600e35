import { inTwo, ok, problem, skipped, type Finding } from '../finding.ts'
import type { Patient } from '../patient.ts'

/** Does Slack take the bot token, and whose is it? */
export async function botToken({ identity }: Patient): Promise<Finding[]> {
  const answer = await identity()
  if (!answer) return [skipped('bot token', 'none that Slack could be asked about; see settings')]
  if (!answer.ok) {
    const { says, todo } = inTwo(answer.says, '. ') ?? { says: answer.says, todo: 'Look at Slack’s status.' }
    return [problem('bot token', says, todo)]
  }
  const { team, user, isBot } = answer.value
  if (isBot) return [ok('bot token', `Slack takes it: @${user} in the workspace ${team}`)]
  return [
    problem(
      'bot token',
      `it is of a person, @${user}, and not of an app`,
      'Copy the "Bot User OAuth Token" (xoxb-…) from the page "OAuth & Permissions" of your app.',
    ),
  ]
}
