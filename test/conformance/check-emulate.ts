import { acceptLead } from '../../src/flows/handoff/accept-lead.ts'
import { rejectLead } from '../../src/flows/handoff/reject-lead.ts'
import { deliverByHttp, type RequestUrl } from '../../src/sandbox/transport/http-mode.ts'
import { startBot, type Bot } from './bot.ts'
import { expectText, openChecks, type Checks, type Report } from './checks.ts'
import { botToken, emulateVersion, manifestScopes, startEmulate, type EmulateWorkspace } from './emulate.ts'
import { jane, omar } from './leads.ts'
import { standIn, type StandIn } from './stand-in.ts'
import { until } from '../../src/demo/until.ts'

const signingSecret = 'conformance-signing-secret'
/** Baton's calls of the Web API, judged by emulate with the scopes of the manifest and no other. */
export async function checkEmulate(tell: (line: string) => void): Promise<Report> {
  const checks = openChecks(`emulate@${emulateVersion}`, tell)
  tell(`emulate@${emulateVersion}: the Web API with strict scopes`)
  const scopes = manifestScopes()
  await using workspace = await startEmulate(scopes, tell)
  await using line = await standIn(workspace.url, { 'usergroups.list': noGroups })
  await using bot = await botIn(workspace, line)
  await judge(checks, { workspace, bot, line })
  for (const scope of ['chat:write', 'users:read', 'channels:history']) {
    await checks.check(`without ${scope} the work can't be done, and is seen to fail`, () =>
      without(scope, tell),
    )
  }
  for (const [what, why] of limits) checks.cannot(what, why)
  return checks.report
}

const limits = [
  [
    'Socket Mode, clicks, commands and modals',
    'emulate has none: the bot runs over signed HTTP, decisions come through the flows',
  ],
  ['user groups', 'usergroups.* is not implemented there; a stand-in answers with no groups'],
  ['the scopes commands and usergroups:read', 'emulate has no method that asks for them'],
  ['response_url and ephemeral answers', 'there are no interactions that could bring one'],
  [
    'block limits and the pace of Slack',
    'emulate takes any blocks at any pace; the sandbox is the judge of those',
  ],
] as const

const noGroups = () => ({ ok: true, usergroups: [] })

function botIn({ channels }: EmulateWorkspace, { apiUrl }: StandIn): Promise<Bot> {
  const slack = {
    SLACK_BOT_TOKEN: botToken,
    SLACK_API_URL: apiUrl,
    SLACK_SIGNING_SECRET: signingSecret,
    SLACK_PORT: '0',
  }
  return startBot({ slack, channels })
}

interface Stage {
  workspace: EmulateWorkspace
  bot: Bot
  line: StandIn
}

async function judge({ check }: Checks, { workspace, bot, line }: Stage): Promise<void> {
  const { admin, channels, anna } = workspace
  const { deps } = bot.baton
  const shown = async (channel: string) => JSON.stringify(await admin('conversations.history', { channel }))
  const thread = async (ts: string) =>
    JSON.stringify(await admin('conversations.replies', { channel: channels.handoffs, ts }))
  await check('a lead becomes a card in the channel', async () => {
    await bot.receive(jane)
    await until('the card', async () => (await shown(channels.handoffs)).includes('Jane Doe'))
    expectText(await shown(channels.handoffs), 'VP Sales', '+40 Asked for a demo', 'lead.accept')
  })
  await check('an acceptance changes the card and is told in its thread', async () => {
    const handoffId = await bot.receive({ ...omar, name: 'Ada Accept', email: 'ada@example.com' })
    await until('the card', async () => (await shown(channels.handoffs)).includes('Ada Accept'))
    const outcome = await acceptLead(deps, { handoffId, userId: anna })
    if (!outcome.ok) throw new Error(`refused: ${JSON.stringify(outcome.refusal)}`)
    await until('the changed card', async () =>
      (await shown(channels.handoffs)).includes(`Accepted by <@${anna}>`),
    )
    const ts = await tsOf(workspace, 'Ada Accept')
    await until('the reply', async () => (await thread(ts)).includes('accepted this lead'))
  })
  await check('a rejection stands on the card with its reason', async () => {
    const handoffId = await bot.receive(omar)
    await rejectLead(deps, {
      handoffId,
      userId: anna,
      reason: 'low-intent',
      evidence: null,
      note: 'Only looked around.',
    })
    await until('the card', async () => (await shown(channels.handoffs)).includes('Only looked around.'))
  })
  await check('metadata by which a doubtful post is found comes back with the bot’s own scopes', () =>
    found(workspace),
  )
  await check('App Home is published when somebody opens it', () => opensHome({ workspace, bot, line }))
  await check('the digest is posted on Monday', async () => {
    bot.setClock(new Date('2026-11-23T09:00:00+01:00'))
    await bot.baton.lookNow()
    await until('the digest', async () => (await shown(channels.marketing)).includes('Only looked around.'))
  })
  await check('Slack refused nothing for good', async () => {
    const { failed } = await bot.baton.outbox.counts()
    if (failed > 0) throw new Error(`${failed} messages were refused`)
  })
}

async function tsOf({ admin, channels }: EmulateWorkspace, text: string): Promise<string> {
  const { messages } = await admin('conversations.history', { channel: channels.handoffs })
  const message = (messages as { ts: string }[]).find((known) => JSON.stringify(known).includes(text))
  if (!message) throw new Error(`there is no message about ${text}`)
  return message.ts
}

async function found({ url, channels }: EmulateWorkspace): Promise<void> {
  const response = await fetch(`${url}/api/conversations.history`, {
    method: 'POST',
    headers: { authorization: `Bearer ${botToken}` },
    body: new URLSearchParams({ channel: channels.handoffs, include_all_metadata: 'true' }),
  })
  expectText(await response.text(), '"ok":true', 'baton_notice')
}

async function opensHome({ workspace, bot, line }: Stage): Promise<void> {
  if (bot.baton.requestUrl === null) throw new Error('the bot does not listen for signed requests')
  const target: RequestUrl = { url: bot.baton.requestUrl, signingSecret }
  const event = {
    type: 'app_home_opened',
    user: workspace.anna,
    channel: 'D0ANNA',
    tab: 'home',
    event_ts: '1.0',
  }
  const payload = {
    type: 'event_callback',
    team_id: 'T000000001',
    api_app_id: 'A0BATON',
    event,
    event_id: 'Ev1',
    event_time: 1,
  }
  await deliverByHttp({ type: 'events_api', payload, acceptsResponse: false }, target)
  await until('views.publish', () => line.called.has('views.publish'))
  await until('the Home in the inspector', async () => {
    const page = await fetch(`${workspace.url}/?tab=views`)
    return (await page.text()).includes(workspace.anna)
  })
}

/** The control: the same work with one scope less must not be done. */
async function without(scope: string, tell: (line: string) => void): Promise<void> {
  await using workspace = await startEmulate(
    manifestScopes().filter((known) => known !== scope),
    tell,
  )
  await using line = await standIn(workspace.url, { 'usergroups.list': noGroups })
  await using bot = await botIn(workspace, line)
  const handoffId = await bot.receive(jane)
  switch (scope) {
    case 'chat:write':
      await until('the refusal', () => line.refused.has('chat.postMessage: missing_scope'))
      const { waiting } = await bot.baton.outbox.counts()
      if (waiting === 0) throw new Error('the card was lost')
      return
    case 'users:read': {
      const decided = await acceptLead(bot.baton.deps, { handoffId, userId: workspace.anna }).catch(
        () => null,
      )
      if (decided?.ok) throw new Error('somebody unknown could decide')
      return
    }
    default: {
      await until('the card', async () => (await bot.baton.outbox.counts()).waiting === 0)
      const refused = await found(workspace).then(
        () => false,
        () => true,
      )
      if (!refused) throw new Error(`the history could be read without ${scope}`)
    }
  }
}
