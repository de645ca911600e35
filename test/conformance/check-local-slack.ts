import { actions, rejectFields } from '../../src/slack/ids.ts'
import { startBot, type Bot } from './bot.ts'
import { expectText, openChecks, type Checks, type Report } from './checks.ts'
import { openLocalSlackPage, type LocalSlackPage, type PageMessage } from './local-slack-page.ts'
import { anna, appId, channels, localSlackVersion, runsHere, startLocalSlack, tokens } from './local-slack.ts'
import { jane, omar } from './leads.ts'
import { standIn } from './stand-in.ts'
import { until } from '../../src/demo/until.ts'

/** Clicks, modals, commands and Home over the socket of local-slack. */
export async function checkLocalSlack(tell: (line: string) => void): Promise<Report> {
  const checks = openChecks(`local-slack-linux-x64@${localSlackVersion}`, tell)
  tell(`local-slack-linux-x64@${localSlackVersion}: socket, click, modal, command, Home`)
  if (!runsHere) {
    checks.cannot('everything', 'its binary is for Linux on x64, and this machine is not')
    return checks.report
  }
  await using peer = await startLocalSlack(tell)
  await using line = await standIn(peer.url, { 'usergroups.list': () => ({ ok: true, usergroups: [] }) })
  const slack = { SLACK_BOT_TOKEN: tokens.bot, SLACK_APP_TOKEN: tokens.app, SLACK_API_URL: line.apiUrl }
  await using bot = await startBot({ slack, channels })
  const page = await openLocalSlackPage(peer.url)
  try {
    await judge(checks, { bot, page })
  } finally {
    page.close()
  }
  for (const [what, why] of limits) checks.cannot(what, why)
  return checks.report
}

const limits = [
  [
    'choices inside a modal',
    'it delivers block_actions of messages alone, so the fields for a reason are not drawn; the modal is sent as it opened',
  ],
  ['user groups', 'usergroups.* is not implemented there; a stand-in answers with no groups'],
  ['scopes, limits, failures, the pace of Slack', 'it has none of them'],
  ['message metadata', 'it keeps none, so a doubtful post could not be found again'],
] as const

interface Stage {
  bot: Bot
  page: LocalSlackPage
}

async function judge({ check }: Checks, { bot, page }: Stage): Promise<void> {
  const shown = (text: string) => until(`a message with ${text}`, () => messageWith(page, text))
  await check('a lead becomes a card', async () => {
    await bot.receive(jane)
    expectText(JSON.stringify(await shown('Jane Doe')), 'VP Sales', '+40 Asked for a demo')
  })
  await check(
    'a click accepts it: the card is locked, the thread tells, and one is asked what was good',
    async () => {
      click(page, await shown('Jane Doe'), actions.accept)
      await shown(`Accepted by <@${anna}>`)
      await shown(`<@${anna}> accepted this lead.`)
      const question = await shown('What made this lead good?')
      if (question.ephemeral_to !== anna) throw new Error('the question is not for her alone')
    },
  )
  await check('a click opens the modal, and sending it rejects the lead', async () => {
    await bot.receive(omar)
    click(page, await shown('Omar Aziz'), actions.reject)
    const modal = await until('the modal', () => page.modal())
    page.act({ t: 'view_submit', user: anna, values: valuesFor(modal.blocks, 'low-intent') })
    await shown(`Rejected by <@${anna}>`)
    await until('the modal to close', () => page.modal() === undefined)
  })
  await check('a command answers', async () => {
    page.act({
      t: 'slash_command',
      appId,
      channel: channels.handoffs,
      user: anna,
      command: '/persona',
      text: 'list',
    })
    await shown('Sales leader')
  })
  await check('Home is drawn when it is opened', async () => {
    page.act({ t: 'open_home', appId, user: anna })
    expectText(JSON.stringify(await until('Home', () => page.home())), 'Hello')
  })
  await check('Slack refused nothing for good', async () => {
    const { failed } = await bot.baton.outbox.counts()
    if (failed > 0) throw new Error(`${failed} messages were refused`)
  })
}

function messageWith(page: LocalSlackPage, text: string): PageMessage | undefined {
  return [...page.messages.values()].find((message) => JSON.stringify(message).includes(text))
}

/** Clicks the button of a message, as the page would report it. */
function click(page: LocalSlackPage, message: PageMessage, actionId: string): void {
  const blocks = message.blocks ?? []
  for (const { block_id: block, elements } of blocks) {
    if (!Array.isArray(elements)) continue
    const button: unknown = elements.find(
      (element: Record<string, unknown>) => element['action_id'] === actionId,
    )
    if (typeof button !== 'object' || button === null) continue
    const action = { ...button, block_id: block }
    page.act({
      t: 'block_action',
      channel: message.channel,
      messageTs: message.ts,
      user: anna,
      action,
      appId,
    })
    return
  }
  throw new Error(`the message has no ${actionId}`)
}

/** What a person enters into the modal: a reason, and nothing else. */
function valuesFor(blocks: Record<string, unknown>[], reason: string) {
  const block = blocks.find((known) => known['block_id'] === rejectFields.reason)
  const element = block?.['element'] as
    | { action_id: string; type: string; options: { value: string }[] }
    | undefined
  const option = element?.options.find(({ value }) => value === reason)
  if (!element || !option) throw new Error(`the modal offers no ${reason}`)
  return { [rejectFields.reason]: { [element.action_id]: { type: element.type, selected_option: option } } }
}
