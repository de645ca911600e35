import { baton } from './checks/baton.ts'
import { botToken } from './checks/bot-token.ts'
import { channels } from './checks/channels.ts'
import { clock } from './checks/clock.ts'
import { connection } from './checks/connection.ts'
import { database } from './checks/database.ts'
import { intake } from './checks/intake.ts'
import { notices } from './checks/notices.ts'
import { playbook } from './checks/playbook.ts'
import { roles } from './checks/roles.ts'
import { scopesOf } from './checks/scopes.ts'
import { settings } from './checks/settings.ts'
import { sharedWords } from './checks/shared-words.ts'
import type { Finding } from './finding.ts'
import type { Patient } from './patient.ts'

export interface Check {
  name: string
  asks: string
  look(patient: Patient): Promise<Finding[]>
}

/** What the doctor looks at, in the order in which it tells: what others stand on comes first. */
export const checks: Check[] = [
  { name: 'settings', asks: 'Is every setting there, and of its kind?', look: settings },
  { name: 'Baton', asks: 'Does a Baton run here, and is it well?', look: baton },
  { name: 'database', asks: 'Does it answer, and is it of this Baton?', look: database },
  { name: 'notices', asks: 'Does what Slack must show get there?', look: notices },
  { name: 'bot token', asks: 'Does Slack take it, and whose is it?', look: botToken },
  { name: 'scopes', asks: 'May the bot do what it needs, and no more?', look: scopesOf },
  { name: 'connection', asks: 'Can clicks and commands come in?', look: connection },
  { name: 'playbook', asks: 'Is the agreement valid, and does it make sense today?', look: playbook },
  { name: 'channels', asks: 'Are they there, and may Baton post in them?', look: channels },
  { name: 'roles', asks: 'Are the people and groups there, and may they act?', look: roles },
  { name: 'personas', asks: 'Are personas and definitions looked after?', look: sharedWords },
  { name: 'clock', asks: 'Is it the same time here, at Slack and in the database?', look: clock },
  { name: 'intake', asks: 'Can anybody send leads?', look: intake },
]
