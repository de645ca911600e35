import { defaultPlaybook } from '../../../prisma/seed.ts'
import type { PlaybookDocument } from '../../domain/playbook/playbook.ts'
import type { Answer } from '../../slack/inspect/answer.ts'
import type { SeenChannel } from '../../slack/inspect/channel.ts'
import { ok, problem, skipped, warning, type Finding } from '../finding.ts'
import { unasked, type Patient } from '../patient.ts'

type Purpose = keyof PlaybookDocument['channels']

export interface NamedChannel {
  purpose: Purpose
  id: string
  /** What the bot may do; for private channels it needs more. */
  scopes: string[] | null
  /** The agreement lets names stand in channels shared with others. */
  namesAnywhere: boolean
}

/** Are the two channels of the playbook there, and may Baton post in them? */
export async function channels({ playbook, identity, slack }: Patient): Promise<Finding[]> {
  const [found, who] = await Promise.all([playbook(), identity()])
  if (found.state !== 'found') return [skipped('channels', 'they stand in the playbook; see there')]
  const { channels: named, privacy } = found.document
  const purposes: Purpose[] = ['handoffs', 'marketing']
  const all = await Promise.all(
    purposes.map(async (purpose) => {
      const id = named[purpose]
      if (!who?.ok) return [unseen({ purpose, id }, unasked(who))]
      const { scopes } = who.value
      const namesAnywhere = privacy.personalDataInSharedChannels
      return judge(await slack.channel(id), { purpose, id, scopes, namesAnywhere })
    }),
  )
  return all.flat()
}

function unseen({ purpose, id }: Pick<NamedChannel, 'purpose' | 'id'>, why: string): Finding {
  if (isPlaceholder(id)) return placeholder(purpose, id)
  return skipped(about(purpose), `${id}: ${why}`)
}

function judge(answer: Answer<SeenChannel>, named: NamedChannel): Finding[] {
  return answer.ok ? ofSeen(answer.value, named) : [ofRefusal(answer.code, named, answer.says)]
}

function ofRefusal(code: string | null, { purpose, id }: NamedChannel, says: string): Finding {
  if (code === 'channel_not_found' && isPlaceholder(id)) return placeholder(purpose, id)
  if (code === 'channel_not_found')
    return problem(
      about(purpose),
      `${id} does not exist, or is private and Baton is not in it`,
      'Invite it there with /invite @Baton, or put the right id (at the end of the channel’s "About" tab) into the playbook.',
    )
  if (code === 'missing_scope')
    return problem(
      about(purpose),
      `${id} can’t be looked at: a scope is missing, and names are hidden there`,
      'Add channels:read, and for a private channel groups:read and groups:history, to the app, and reinstall it.',
    )
  return problem(
    about(purpose),
    code === null ? says : `${id}: Slack says ${code}`,
    'Run the doctor again in a minute.',
  )
}

/** All that is wrong with it at once, so that nobody mends one thing to learn of the next. */
function ofSeen(channel: SeenChannel, { purpose, id, scopes, namesAnywhere }: NamedChannel): Finding[] {
  const name = `#${channel.name} (${id})`
  const bad = (says: string, todo: string) => problem(about(purpose), `${name} ${says}`, todo)
  const soSo = (says: string, todo: string) => warning(about(purpose), `${name} ${says}`, todo)
  const found = [
    channel.isArchived && bad('is archived', 'Unarchive it in Slack, or name another one in the playbook.'),
    !channel.isMember && bad('is there, and Baton is not in it', `Type /invite @Baton in #${channel.name}.`),
    channel.isReadOnly &&
      !channel.isArchived &&
      bad('lets only some people post', 'Let Baton post there: channel settings → "Posting permissions".'),
    channel.isPrivate &&
      scopes !== null &&
      !scopes.includes('groups:history') &&
      soSo(
        'is private, and groups:history is missing: a post whose answer was lost may appear twice',
        'Add groups:history to the app and reinstall it, or make the channel public.',
      ),
    channel.shared !== 'no' && ofShared(channel, { name, purpose, namesAnywhere }),
  ].filter((finding) => finding !== false)
  return found.length > 0 ? found : [ok(about(purpose), `${name}: Baton is in it and may post`)]
}

function ofShared(
  { shared }: SeenChannel,
  { name, purpose, namesAnywhere }: Pick<NamedChannel, 'purpose' | 'namesAnywhere'> & { name: string },
): Finding {
  const with_ =
    shared === 'yes'
      ? 'is shared with another organisation'
      : 'is about to be shared with another organisation'
  return namesAnywhere
    ? warning(
        about(purpose),
        `${name} ${with_}, who read the names of leads there: the playbook allows it`,
        'If that is not meant, set privacy.personalDataInSharedChannels to false in the playbook.',
      )
    : warning(
        about(purpose),
        `${name} ${with_}: names of leads are hidden there, and so is what sales writes about them`,
        'Name a channel of your own in the playbook, or allow it with privacy.personalDataInSharedChannels.',
      )
}

const placeholder = (purpose: Purpose, id: string): Finding =>
  problem(
    about(purpose),
    `${id} is the placeholder of the default playbook, and no channel of yours`,
    'Put your channel’s id into the playbook: npm run baton -- playbook export playbook.yaml, edit, then playbook import.',
  )

const about = (purpose: Purpose): string => `${purpose} channel`
const isPlaceholder = (id: string): boolean => Object.values(defaultPlaybook.channels).includes(id)
