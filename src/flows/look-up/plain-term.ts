import { oneLine } from '../../domain/text/visible-text.ts'

/** What somebody typed, as one line without hidden signs and excess length. */
export function plainTerm(typed: string): string {
  return oneLine(typed).slice(0, 100).toWellFormed()
}
