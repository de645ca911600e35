import { randomBytes } from 'node:crypto'

/** Values that must never be printed, nor stored as an error: unmistakable, so that a search finds them. */
export const canaries = {
  name: 'Canarina Birdsong',
  email: 'canarina.birdsong@canary.example',
  phone: '+49 30 99887766',
  message: 'canary-message-of-a-lead',
  note: 'canary-note-of-a-rejection',
  evidence: 'canary-evidence-of-a-rejection',
  term: 'canary-term-that-nobody-knows',
  bearer: 'canary-bearer-5f1d9c',
  wrongBearer: 'canary-wrong-bearer-77aa',
  webhook: `whsec_${Buffer.from('canary-webhook-secret-24').toString('base64')}`,
  databasePassword: 'canary-database-password',
  wrongPassword: 'canary-wrong-password',
  botToken: 'xoxb-canary-bot-token',
  appToken: 'xapp-canary-app-token',
  signingSecret: 'canary-signing-secret-0123',
  slackSignature: `v0=${'ca9a2e'.repeat(10)}ffff`,
} as const

/** Which of these values stand in a text, by their names; parts of a name and an address count as well. */
export function canariesIn(text: string, more: Record<string, string> = {}): string[] {
  const parts = { firstName: 'Canarina', lastName: 'Birdsong', domain: 'canary.example', digits: '99887766' }
  const all = { ...canaries, ...parts, ...more }
  return Object.entries(all).flatMap(([name, value]) => (text.includes(value) ? [name] : []))
}

/** A lead that is made of canaries. */
export const aCanary = (overrides: Record<string, unknown> = {}) => ({
  ...{
    name: canaries.name,
    email: `${randomBytes(3).toString('hex')}-${canaries.email}`,
    phone: canaries.phone,
  },
  ...{ message: canaries.message, company: 'Acme', qualified: true, ...overrides },
})
