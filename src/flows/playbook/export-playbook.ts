import { Document, isMap, isScalar } from 'yaml'
import type { PlaybookDocument } from '../../domain/playbook/playbook.ts'
import type { Deps } from '../../ports/deps.ts'

/** What each part of the agreement is for, written above it for those who edit the file. */
const comments: Record<keyof PlaybookDocument, string> = {
  language: 'Language of what stands in a channel: en or de. Private answers use each reader’s own.',
  zone: 'Time zone of the week, the clocks and the digest.',
  channels: 'Channel ids, not names: cards go to handoffs, the digest to marketing.',
  roles:
    'Slack user groups and user ids, or anybody: every full member of the workspace. For managers: nobody, or their ids.',
  workingHours: 'Several blocks a day are possible; a day without blocks is off, and so is a holiday.',
  clocks: 'Working minutes from handoff to a decision, per tier, and from acceptance to the first touch.',
  tiers: 'A lead is hot, or low, when one of the conditions holds; otherwise standard.',
  scoring: 'A lead whose points reach the threshold is handed off, and so is one its sender calls qualified.',
  reasons: 'Why a lead may be rejected. Retire a reason (retired: true) rather than deleting it.',
  digest: 'When the digest of the week that ended is posted. emptyWeek: silent or one-line.',
  privacy: 'Whether names may stand in a channel that is shared with another organisation.',
}

/** The agreement in force as a YAML file that explains itself and can be edited and imported again. */
export async function exportPlaybook(deps: Deps): Promise<string> {
  const { document, version, author, since } = await deps.db.playbooks.current()
  const yaml = new Document(document, { aliasDuplicateObjects: false })
  yaml.commentBefore = ` Baton’s playbook, version ${version}, by ${author}, ${since.toISOString()}`
  if (isMap(yaml.contents)) for (const { key } of yaml.contents.items) explain(key)
  return yaml.toString({ lineWidth: 110 })
}

function explain(key: unknown): void {
  if (!isScalar(key)) return
  const comment = new Map(Object.entries(comments)).get(String(key.value))
  if (!comment) return
  key.commentBefore = ` ${comment}`
  key.spaceBefore = true
}
