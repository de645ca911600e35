/** What a spreadsheet runs as a formula: these signs first, in full width too, also behind spaces. */
const formula = /^\s*[=+\-@\t\r＝＋－＠]/u

/** A text as a spreadsheet may open it: with `'` before what it would run. */
export function guardedCell(text: string): string {
  return formula.test(text) ? `'${text}` : text
}

/** The text of a cell again, without the `'` that guarded it: a phone number comes back as it was. */
export function unguardedCell(cell: string): string {
  return cell.startsWith("'") && formula.test(cell.slice(1)) ? cell.slice(1) : cell
}
