/**
 * Before what a spreadsheet runs as a formula: these signs, in full width too, also behind spaces and quotes. That is at
 * the start of a cell, and behind a `;`, a `|` or a line break within: where the comma is the decimal sign, a
 * spreadsheet that opens the file starts a new cell there, whatever the quotes say.
 */
const beforeFormula = /(?<=^|[;|\n])(?=['"\s]*[=+\-@\t\r＝＋－＠])/gu
const guard = /(?<=^|[;|\n])'(?=['"\s]*[=+\-@\t\r＝＋－＠])/gu

/** A text as a spreadsheet may open it: with `'` before what it would run. */
export function guardedCell(text: string): string {
  return text.replaceAll(beforeFormula, "'")
}

/** The text of a cell again, without each `'` that guarded it: any text comes back as it was. */
export function unguardedCell(cell: string): string {
  return cell.replaceAll(guard, '')
}
