/** What somebody typed, without the control characters a database refuses, extra spaces and excess length. */
export function plainTerm(typed: string): string {
  return typed
    .toWellFormed()
    .replaceAll(/[\p{Cc}\s]+/gu, ' ')
    .trim()
    .slice(0, 100)
    .toWellFormed()
}
