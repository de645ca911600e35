import { check } from './condition.ts'
import type { Tier } from './qualification.ts'
import type { PlaybookDocument } from '../playbook/playbook.ts'
import type { ReceivedLead } from '../lead/received-lead.ts'

/** How urgent a lead is by the playbook's conditions: hot before low, otherwise standard. */
export function tierOf(
  lead: Pick<ReceivedLead, 'source' | 'details'>,
  tiers: PlaybookDocument['tiers'],
): Tier {
  const matches = (conditions: PlaybookDocument['tiers']['hot']) =>
    conditions.some((condition) => check(condition, lead) === 'matched')
  if (matches(tiers.hot)) return 'hot'
  return matches(tiers.low) ? 'low' : 'standard'
}
