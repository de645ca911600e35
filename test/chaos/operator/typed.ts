import { Command } from 'commander'
import { z } from 'zod'
import { outboxCommand } from '../../../src/cli/outbox.ts'
import { playbookCommand } from '../../../src/cli/playbook.ts'
import { restoredCommand } from '../../../src/cli/restored.ts'

/** How a command ended: a sentence is a refusal that the person can read; anything else broke. */
export interface Typed {
  refusal: string | null
  failure: string | null
}

/** Carries out what is typed, one command after the other, as src/cli/main.ts does. */
process.on('message', (message) => {
  void carryOut(z.array(z.string()).parse(message)).then((typed) => process.send?.(typed))
})

async function carryOut(args: string[]): Promise<Typed> {
  const program = new Command('baton').exitOverride()
  for (const command of [outboxCommand(), playbookCommand(), restoredCommand()]) program.addCommand(command)
  try {
    await program.parseAsync(args, { from: 'user' })
    return { refusal: null, failure: null }
  } catch (error) {
    // What a command itself has to say is a plain Error; the database's and the language's have names of their own.
    if (error instanceof Error && error.name === 'Error') return { refusal: error.message, failure: null }
    return { refusal: null, failure: error instanceof Error ? (error.stack ?? error.message) : String(error) }
  }
}
