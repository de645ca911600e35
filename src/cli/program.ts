import { Command } from 'commander'
import { digestCommand } from './digest.ts'
import { doctorCommand } from './doctor.ts'
import { importCommand } from './import.ts'
import { outboxCommand } from './outbox.ts'
import { playbookCommand } from './playbook.ts'
import { restoredCommand } from './restored.ts'

/** `npm run baton -- …`, with all its commands. */
export const batonProgram = (): Command =>
  new Command('npm run baton --')
    .description('What operations does with Baton from a terminal.')
    .addCommand(importCommand())
    .addCommand(playbookCommand())
    .addCommand(digestCommand())
    .addCommand(doctorCommand())
    .addCommand(outboxCommand())
    .addCommand(restoredCommand())
