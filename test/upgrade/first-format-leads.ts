const qualification = {
  ...{ because: 'sender', tier: 'standard', persona: null, senderScore: null },
  score: { points: 0, threshold: 50, reasons: [] },
  ...{ playbookVersion: 1, definitionVersion: 1 },
}
const dueAt = '2026-11-17T12:00:00.000Z'
const website = { kind: 'source', name: 'website' }
const anna = { kind: 'person', id: 'U0ANNA' }

/** An event of the first format, without what all of a lead have. */
type Event = [type: string, at: string, by: object, data: object]

interface Old {
  id: string
  status: string
  campaigns: [first: string | null, last: string | null]
  events: Event[]
  /** The columns of its handoff that differ. */
  row: Partial<Record<'status' | 'channel' | 'decidedAt' | 'decidedBy' | 'reason' | 'praise', string>> & {
    campaign: string | null
    duplicates?: object[]
    workingMinutes?: number
  }
}

const clock = (time: string): string => `2026-11-17T${time}:00.000Z`
const details = (id: string, campaign: string | null) => ({
  ...{ email: `${id}@example.com`, attributes: {} },
  ...(campaign !== null && { campaign }),
})
const said = (id: string, campaign: string | null) => ({
  lead: { source: 'website', externalId: id, qualified: true, details: details(id, campaign) },
})
const handedOff = (id: string): Event => {
  const handoff = { id: `${id}-1`, round: 1, channel: 'C0LEADS', qualification, dueAt }
  return [
    'lead-handed-off',
    clock('08:00'),
    { kind: 'system', name: 'qualification' },
    { tier: 'standard', handoff },
  ]
}

/** What a version before rounds wrote and the fixtures do not tell of: a handoff had the campaign of its last change. */
const olds: Old[] = [
  {
    ...{ id: 'old-expired', status: 'expired', campaigns: ['spring', 'autumn'] },
    events: [
      ['handoff-moved', clock('08:30'), { kind: 'system', name: 'cli' }, { channel: 'C0NEW' }],
      ['lead-updated', clock('08:40'), website, said('old-expired', 'autumn')],
      [
        'duplicate-noted',
        clock('09:00'),
        { kind: 'source', name: 'crm' },
        { source: 'crm', externalId: null },
      ],
      ['lead-expired', clock('12:00'), { kind: 'system', name: 'clock' }, {}],
    ],
    row: {
      ...{ status: 'expired', campaign: 'autumn', channel: 'C0NEW' },
      duplicates: [{ source: 'crm', externalId: null, at: clock('09:00') }],
    },
  },
  {
    ...{ id: 'old-accepted', status: 'accepted', campaigns: [null, 'autumn'] },
    events: [
      ['lead-updated', clock('08:40'), website, said('old-accepted', 'autumn')],
      ['lead-accepted', clock('09:00'), anna, {}],
      ['lead-praised', clock('09:01'), anna, { praise: 'right-person' }],
      ['contact-shown', clock('09:02'), anna, {}],
    ],
    row: {
      ...{ status: 'accepted', campaign: 'autumn', decidedAt: clock('09:00'), decidedBy: 'U0ANNA' },
      praise: 'right-person',
    },
  },
  {
    ...{ id: 'old-rejected', status: 'rejected', campaigns: ['spring', 'spring'] },
    events: [
      [
        'lead-rejected',
        clock('08:05'),
        anna,
        { reason: 'no-budget', evidence: null, note: null, workingMinutes: 5 },
      ],
    ],
    row: {
      ...{ status: 'rejected', campaign: 'spring', decidedAt: clock('08:05'), decidedBy: 'U0ANNA' },
      ...{ reason: 'no-budget', workingMinutes: 5 },
    },
  },
  {
    ...{ id: 'old-open', status: 'handed-off', campaigns: ['spring', 'autumn'] },
    events: [['lead-updated', clock('08:40'), website, said('old-open', 'autumn')]],
    row: { campaign: 'spring' },
  },
]

type Value = string | number | boolean | object | null | undefined

const text = (value: Value): string => {
  if (value === null || value === undefined) return 'NULL'
  const written = typeof value === 'object' ? JSON.stringify(value) : String(value)
  return `'${written.replaceAll("'", "''")}'`
}
const insert = (table: string, row: Record<string, Value>): string =>
  `INSERT INTO public."${table}" (${Object.keys(row)
    .map((name) => `"${name}"`)
    .join(', ')}) VALUES (${Object.values(row).map(text).join(', ')});`

function rowsOf({ id, status, campaigns: [first, last], events, row }: Old): string[] {
  const email = `${id}@example.com`
  const history: Event[] = [
    ['lead-received', clock('08:00'), website, said(id, first)],
    handedOff(id),
    ...events,
  ]
  const lead = {
    ...{ id, version: history.length, status, source: 'website', externalId: id, details: details(id, last) },
    ...{ senderQualified: true, email, openEmail: status === 'handed-off' ? email : null, searchText: email },
    ...{ receivedAt: clock('08:00'), updatedAt: history.at(-1)?.[1] },
  }
  const handoff = {
    ...{ id: `${id}-1`, leadId: id, round: 1, status: 'open', source: 'website', tier: 'standard', score: 0 },
    ...{ qualification, duplicates: [], handedOffAt: clock('08:00'), dueAt, channel: 'C0LEADS', ...row },
  }
  const rows = history.map(([type, at, actor, data], index) =>
    insert('LeadEvent', { leadId: id, version: index + 1, type, at, actor, data }),
  )
  return [insert('Lead', lead), insert('Handoff', handoff), ...rows]
}

/** The statements that write them. */
export const firstFormatLeads = olds.flatMap(rowsOf).join('\n')
