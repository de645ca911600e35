import { Command, InvalidArgumentError } from 'commander'
import type { DigestFigures } from '../domain/digest/figures.ts'
import type { Rate } from '../domain/statistics/wilson.ts'
import { weekSchema } from '../domain/week.ts'
import { previewDigest } from '../flows/preview-digest.ts'
import { withDatabase } from './with-database.ts'

/** `baton digest`: a week's figures, as they stand now. */
export function digestCommand(): Command {
  return new Command('digest')
    .description('preview the figures of a week; nothing is posted')
    .option('--week <week>', 'this, last, or an ISO week such as 2026-W47', weekOf, 'this')
    .option('--json', 'one line of JSON')
    .action(run)
}

async function run({ week, json }: { week: string; json?: boolean }): Promise<void> {
  const figures = await withDatabase((deps) => previewDigest(deps, week))
  process.stdout.write(json ? `${JSON.stringify(figures)}\n` : `${lines(figures).join('\n')}\n`)
}

function weekOf(text: string): string {
  if (text === 'this' || text === 'last' || weekSchema.safeParse(text).success) return text
  throw new InvalidArgumentError('Give "this", "last", or an ISO week such as 2026-W47.')
}

function lines({ week, delivered, accepted, rejected, expired, open, ...figures }: DigestFigures): string[] {
  return [
    `${week}: ${delivered} delivered, ${accepted} accepted, ${rejected} rejected, ${expired} expired, ${open} open`,
    `response coverage ${rate(figures.coverage)}`,
    `acceptance ${rate(figures.acceptance)}`,
    ...figures.reasons.map(({ code, count, share }) => `  ${code}: ${count} (${percent(share)})`),
  ]
}

function rate({ count, of, share, low, high }: Rate): string {
  if (share === null || of < 5) return `${count} of ${of}`
  return `${count} of ${of} (${percent(share)}, 95 % interval ${percent(low)} to ${percent(high)})`
}

const percent = (share: number) => `${Math.round(share * 100)} %`
