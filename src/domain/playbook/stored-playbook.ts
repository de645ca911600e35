import type { Stored } from '../document/stored.ts'
import { giveRulesIds } from './lift/1-to-2.ts'
import { playbookSchema, type PlaybookDocument } from './playbook.ts'

export const storedPlaybook: Stored<PlaybookDocument> = { schema: playbookSchema, lifts: [giveRulesIds] }
