import { SlackError } from './api/method.ts'

const messagesOf = ({ details }: SlackError): string => JSON.stringify(details['response_metadata'] ?? '')

/**
 * Does what the bot answered with its ack.
 * @throws Error that says what is wrong with the answer, where Slack would refuse it
 */
export function obey(does: () => void): void {
  try {
    does()
  } catch (error) {
    if (!(error instanceof SlackError)) throw error
    throw new Error(`Slack refuses the bot's answer: ${error.message} ${messagesOf(error)}`, { cause: error })
  }
}
