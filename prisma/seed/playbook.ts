import type { PlaybookDocument } from '../../src/domain/playbook/playbook.ts'
import { defaultReasons } from './reasons.ts'
import { defaultScoring, demoRequests, pricingRequests, readingRequests } from './scoring.ts'

const workday = [{ from: '09:00', to: '18:00' }]

/** The agreement a new workspace starts with. The channels are to be replaced by the workspace's own. */
export const defaultPlaybook: PlaybookDocument = {
  language: 'en',
  zone: 'Europe/Berlin',
  channels: { handoffs: 'C0LEADS', marketing: 'C0MARKETING' },
  roles: { sales: 'anybody', marketing: 'anybody', managers: 'nobody', operations: 'anybody' },
  workingHours: {
    days: { monday: workday, tuesday: workday, wednesday: workday, thursday: workday, friday: workday },
    // Holidays in all of Germany, until the end of 2027.
    holidays: [
      '2026-12-25',
      '2026-12-26',
      '2027-01-01',
      '2027-03-26',
      '2027-03-29',
      '2027-05-01',
      '2027-05-06',
      '2027-05-17',
      '2027-10-03',
      '2027-12-25',
      '2027-12-26',
    ],
  },
  clocks: {
    hot: { remindAfter: 15, returnAfter: 30, managerAfter: 60 },
    standard: { remindAfter: 180, returnAfter: 240, managerAfter: 480 },
    low: { remindAfter: 1200, returnAfter: 1440, managerAfter: 1920 },
    firstTouch: 1440,
  },
  tiers: {
    hot: [{ field: 'request', contains: [...demoRequests, ...pricingRequests] }],
    low: [{ field: 'request', contains: readingRequests }],
  },
  scoring: defaultScoring,
  reasons: defaultReasons,
  digest: { weekday: 'monday', time: '09:00', emptyWeek: 'silent' },
  privacy: { personalDataInSharedChannels: false },
}
