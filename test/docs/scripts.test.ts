import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import type { Command } from 'commander'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { batonProgram } from '../../src/cli/program.ts'
import { scripts } from './shown.ts'

const known = z
  .object({ scripts: z.record(z.string(), z.string()) })
  .parse(JSON.parse(readFileSync('package.json', 'utf8'))).scripts

/** `npm run NAME -- ARGS`, each once, with the first place where it stands. */
const shown = [...Map.groupBy(scripts, ({ text }) => text)].map(([text, [first]]) => {
  const [, , name = '', , ...args] = [...text.matchAll(/"([^"]*)"|\S+/g)].map(
    ([word, quoted]) => quoted ?? word,
  )
  return { text, at: first?.at ?? '', name, args }
})

describe('a command that is shown', () => {
  it('is looked for in pages, in remedies and in help texts', () => {
    const places = new Set(scripts.map(({ at }) => at.split('/', 2).join('/').split(':')[0]))
    expect([...places]).toEqual(
      expect.arrayContaining(['README.md', 'CONTRIBUTING.md', 'docs/operations.md', 'src/slack', 'src/cli']),
    )
  })

  it.each(shown)('is a script: $text ($at)', ({ name }) => {
    expect(Object.keys(known)).toContain(name)
  })

  it.each(shown.filter(({ name }) => name === 'baton'))(
    'is one that baton takes: $text ($at)',
    ({ args }) => {
      expect(() => taken(args)).not.toThrow()
    },
  )

  const others = shown.filter(({ name, args }) => name !== 'baton' && args.length > 0)
  it.each(others)('has arguments that its help explains: $text ($at)', ({ name, args }) => {
    const help = helpOf(name)
    // Capitals stand for what the reader puts in; what follows an option is its value.
    const named = args.filter((arg, index) => arg.startsWith('--') || (index === 0 && /^[a-z-]+$/.test(arg)))
    for (const arg of named) expect(help).toMatch(new RegExp(String.raw`(?<![\w-])${arg}(?![\w-])`))
  })
})

/** @throws CommanderError where there is no such command, option or argument */
function taken(args: string[]): void {
  const program = batonProgram()
  deaf(program)
  program.parse(args.length === 0 ? ['doctor'] : args.map(filledIn), { from: 'user' })
}

/** It only reads what was typed. */
function deaf(command: Command): void {
  command.exitOverride().configureOutput({ writeErr: () => undefined })
  if (command.commands.length === 0 || command.name() === 'outbox') command.action(() => undefined)
  command.commands.forEach(deaf)
}

const filledIn = (arg: string): string => (arg === 'WEEK' ? '2026-W47' : arg)

const helps = new Map<string, string>()
function helpOf(name: string): string {
  const [program = '', ...args] = known[name]?.split(' ') ?? []
  const help =
    helps.get(name) ??
    execFileSync(program === 'node' ? process.execPath : program, [...args, '--help'], { encoding: 'utf8' })
  helps.set(name, help)
  return help
}
