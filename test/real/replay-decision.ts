import type { Row } from './replay-rows.ts'

/** What sales decided about a row; `null`: nobody did. */
export type ReplayDecision = 'accept' | ReplayRejection | null

export interface ReplayRejection {
  reason: string
  attribute?: string
  actual?: string
  note?: string
}

/** The tags that are a rejection, each group with its reason and with where the tag itself goes. */
const rejections: { tags: string[]; rejection: (tag: string) => ReplayRejection }[] = [
  { tags: ['Already a student', 'Lateral student'], rejection: () => ({ reason: 'duplicate' }) },
  {
    tags: ['invalid number', 'wrong number given', 'number not provided'],
    rejection: (tag) => ({ reason: 'bad-data', attribute: 'phone', actual: tag }),
  },
  {
    tags: [
      'Diploma holder (Not Eligible)',
      'Graduation in progress',
      'University not recognized',
      'Recognition issue (DEC approval)',
    ],
    rejection: (tag) => ({ reason: 'role-fit', actual: tag }),
  },
  {
    tags: ['Interested in other courses', 'Interested in full time MBA'],
    rejection: (tag) => ({ reason: 'other', note: tag }),
  },
  { tags: ['Not doing further education'], rejection: () => ({ reason: 'low-intent' }) },
]

/** A customer was accepted, whatever the tag; a rejecting tag rejects; any other tag accepted; no tag, no decision. */
export function decisionOf(row: Row): ReplayDecision {
  if (plain(row['Converted']) === '1') return 'accept'
  const tag = plain(row['Tags'])
  if (tag === '' || tag === 'Select') return null
  const found = rejections.find(({ tags }) => tags.includes(tag))
  return found ? found.rejection(tag) : 'accept'
}

/** Some tags are spelt with two blanks in a row, and blanks at the ends mean nothing. */
const plain = (cell: string | undefined): string => (cell ?? '').trim().replaceAll(/\s+/g, ' ')
