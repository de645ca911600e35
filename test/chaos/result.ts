import { z } from 'zod'
import { boundsOf, isReached, lineOf } from '../support/figure.ts'

const figureSchema = z
  .object({
    name: z.string(),
    value: z.number(),
    atMost: z.number().optional(),
    atLeast: z.number().optional(),
  })
  // What is not there must not be there as `undefined`, as in Figure.
  .transform(({ atMost, atLeast, ...rest }) => ({
    ...rest,
    ...(atMost !== undefined && { atMost }),
    ...(atLeast !== undefined && { atLeast }),
  }))

const resultSchema = z.object({
  name: z.string(),
  says: z.string(),
  reached: z.boolean(),
  rounds: z.number(),
  /** Fewer rounds than these reach nothing, whatever came of them. */
  roundsWanted: z.number(),
  seconds: z.number(),
  figures: z.array(figureSchema),
})
/** What one rig measured. */
export type Result = z.infer<typeof resultSchema>

export const runSchema = z.object({
  reached: z.boolean(),
  at: z.iso.datetime(),
  seed: z.number(),
  short: z.boolean(),
  seconds: z.number(),
  machine: z.object({ node: z.string(), system: z.string(), cpu: z.string(), cores: z.number() }),
  results: z.array(resultSchema),
})
/** What `npm run chaos -- NAME --json` prints as its last line. */
export type Run = z.infer<typeof runSchema>

/** Every figure within its bounds, and as many rounds as they want. */
export const hasReached = ({
  rounds,
  roundsWanted,
  figures,
}: Pick<Result, 'rounds' | 'roundsWanted' | 'figures'>): boolean =>
  rounds >= roundsWanted && figures.every(isReached)

/** One rig as a person reads it in a terminal. */
export function tableOf({ name, reached, seconds, figures, ...of }: Result): string {
  const head = `${name}: ${reached ? 'reached' : 'NOT reached'} (${roundsOf(of)}, ${seconds} s)`
  return [head, ...figures.map((figure) => `  ${lineOf(figure)}`)].join('\n')
}

const roundsOf = ({ rounds, roundsWanted }: Pick<Result, 'rounds' | 'roundsWanted'>): string =>
  rounds < roundsWanted ? `${rounds} rounds, and not ${roundsWanted}` : `${rounds} rounds`

/** Runs with different seeds side by side, as the measured part of docs/reliability.md. */
export function reportOf(runs: Run[]): string {
  const names = [...new Set(runs.flatMap(({ results }) => results.map(({ name }) => name)))]
  return [...runs.map(headOf), '', ...names.flatMap((name) => sectionOf(name, runs))].join('\n')
}

function headOf({ at, seed, seconds, short, machine }: Run, index: number): string {
  const { node, system, cpu, cores } = machine
  const form = short ? ' --short' : ''
  return (
    `${index + 1}. \`npm run chaos -- all --seed ${seed}${form} --json\` on ${at.slice(0, 16).replace('T', ' ')} UTC: ` +
    `${Math.round(seconds / 60)} minutes, Node ${node.replace('v', '')}, ${system}, ${cores} cores of ${cpu}.`
  )
}

function sectionOf(name: string, runs: Run[]): string[] {
  const results = runs.map((run) => run.results.find((result) => result.name === name))
  const first = results.find((result) => result !== undefined)
  if (!first) return []
  const seeds = runs.map(({ seed }) => ` seed ${seed} |`).join('')
  const rows = first.figures.map((figure) => {
    const values = results.map((result) => result?.figures.find((other) => other.name === figure.name))
    const cells = values.map((value) =>
      value ? ` ${Number(value.value.toFixed(2))}${sign(value)} |` : ' – |',
    )
    return `| ${figure.name} | ${boundsOf(figure)} |${cells.join('')}`
  })
  const head = [`| figure | wanted |${seeds}`, `|---|---|${runs.map(() => '---|').join('')}`]
  return [`### \`${name}\``, '', `${first.says} (${roundsOf(first)})`, '', ...head, ...rows, '']
}

const sign = (figure: z.infer<typeof figureSchema>) => (isReached(figure) ? '' : ' **not reached**')
