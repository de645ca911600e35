import { allow, type Outcome } from '../../../src/domain/handoff/refusal.ts'
import type { Deps } from '../../../src/ports/deps.ts'
import { seeTroubles } from '../../../src/flows/delivery/see-troubles.ts'
import { sendAgain } from '../../../src/flows/delivery/send-again.ts'
import { askDigest } from '../../../src/flows/digest/ask-digest.ts'
import { explainNumber } from '../../../src/flows/digest/explain-number.ts'
import { acceptLead } from '../../../src/flows/handoff/accept-lead.ts'
import { changeHandoff } from '../../../src/flows/handoff/change-handoff.ts'
import { praiseLead } from '../../../src/flows/handoff/praise-lead.ts'
import { prepareRejection } from '../../../src/flows/handoff/prepare-rejection.ts'
import { rejectLead } from '../../../src/flows/handoff/reject-lead.ts'
import { showContact } from '../../../src/flows/handoff/show-contact.ts'
import { answerableDigest } from '../../../src/flows/ledger/answerable-digest.ts'
import { openLedger } from '../../../src/flows/ledger/open-ledger.ts'
import { readLedger } from '../../../src/flows/ledger/read-ledger.ts'
import { postponeChange, recordChange } from '../../../src/flows/ledger/record-change.ts'
import { findLeads } from '../../../src/flows/look-up/find-leads.ts'
import {
  listDefinitions,
  lookUpDefinition,
  shareDefinition,
} from '../../../src/flows/look-up/look-up-definition.ts'
import {
  listPersonas,
  lookUpPersona,
  sharePersona,
  showPersona,
} from '../../../src/flows/look-up/look-up-persona.ts'
import { seeReturned } from '../../../src/flows/look-up/see-returned.ts'
import { myLeads } from '../../../src/flows/look-up/my-leads.ts'
import type { KindName } from '../../support/cast.ts'
import { deciders, everyRole, improvers, members, readers } from '../../support/deeds/deed.ts'

interface Started {
  may: readonly KindName[]
  start: (deps: Deps, on: { userId: string; handoffId: string }) => Promise<Outcome<unknown>>
}

const week = '2026-W47'
const target = { by: 'all', key: '' } as const
const rejection = { reason: 'low-intent', evidence: null, note: null }
const nothing = {
  right: 'accept',
  command: async () => allow({ type: 'show-contact' as const }),
  notices: () => [],
} as const

/** Every flow that somebody in Slack starts, and who may; the key is its name. */
export const startedByPeople: Record<string, Started> = {
  acceptLead: { may: deciders, start: acceptLead },
  rejectLead: { may: deciders, start: (deps, on) => rejectLead(deps, { ...on, ...rejection }) },
  praiseLead: { may: deciders, start: (deps, on) => praiseLead(deps, { ...on, praise: 'clear-intent' }) },
  prepareRejection: { may: deciders, start: prepareRejection },
  changeHandoff: { may: deciders, start: (deps, on) => changeHandoff(deps, { ...on, ...nothing }) },
  showContact: { may: everyRole, start: showContact },
  findLeads: { may: everyRole, start: (deps, { userId }) => findLeads(deps, { userId, text: 'Mia' }) },
  seeReturned: {
    may: everyRole,
    start: (deps, on) => seeReturned(deps, on),
  },
  myLeads: { may: everyRole, start: myLeads },
  explainNumber: {
    may: everyRole,
    start: (deps, { userId }) =>
      explainNumber(deps, { userId, week, filter: {}, number: { name: 'coverage' } }),
  },
  answerableDigest: { may: improvers, start: (deps, { userId }) => answerableDigest(deps, { userId, week }) },
  openLedger: { may: improvers, start: (deps, { userId }) => openLedger(deps, { userId, week }) },
  recordChange: {
    may: improvers,
    start: (deps, { userId }) =>
      recordChange(deps, { id: 'line-1', userId, week, target, what: 'The form asks.', day: null }),
  },
  postponeChange: { may: improvers, start: (deps, { userId }) => postponeChange(deps, { userId, week }) },
  sendAgain: {
    may: ['operations'],
    start: (deps, { userId }) => sendAgain(deps, { userId, lane: 'C0LEADS', cause: 'is_archived' }),
  },
  seeTroubles: { may: ['operations'], start: seeTroubles },
  askDigest: {
    may: members,
    start: (deps, { userId }) =>
      askDigest(deps, { userId, week: 'this', source: null, persona: 'nobody knows' }),
  },
  readLedger: { may: members, start: readLedger },
  sharePersona: {
    may: members,
    start: (deps, { userId }) => sharePersona(deps, { userId, key: 'it-lead' }),
  },
  shareDefinition: {
    may: members,
    start: (deps, { userId }) => shareDefinition(deps, { userId, key: 'mql' }),
  },
  listPersonas: { may: readers, start: listPersonas },
  listDefinitions: { may: readers, start: listDefinitions },
  showPersona: { may: readers, start: (deps, { userId }) => showPersona(deps, { userId, key: 'it-lead' }) },
  lookUpPersona: {
    may: readers,
    start: (deps, { userId }) => lookUpPersona(deps, { userId, term: 'nobody knows' }),
  },
  lookUpDefinition: {
    may: readers,
    start: (deps, { userId }) => lookUpDefinition(deps, { userId, term: 'nobody knows' }),
  },
}

/**
 * What touches the world and is started by nobody who could be asked for a right: by a sender whom the door knows, by the
 * clock, or by another flow. Beside each the only rooms that may import it, other than flows.
 */
export const startedByNobody: Record<string, string> = {
  receiveLeads: 'intake',
  sendDueDigest: 'jobs',
  reportTroubles: 'jobs',
  digestOverdueMs: 'process',
  healthOf: 'baton.ts',
  waiting: 'metrics',
  oldestMs: 'metrics',
  retryOnConflict: 'db',
}

/** Parts of flows; nothing else may import them, as they check nothing. */
export const partsOfFlows = `
  barrierFor ifAllowed fullMembers personasInUse closestPersona closestDefinition figuresNow figuresOf privateDigests
  ledgerFor workingTimeOf receiveLead findKnown arrive changedParts definitionsInUse inTurn`
