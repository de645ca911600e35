import type { Finding, Sign } from './finding.ts'

const signs: Record<Sign, string> = { ok: '✓', warning: '!', problem: '✗', skipped: '–' }
const aboutWidth = 18
const indent = 12 + aboutWidth

export interface Verdict {
  problems: number
  warnings: number
  findings: Finding[]
}

export const verdictOf = (findings: Finding[]): Verdict => ({
  problems: findings.filter(({ sign }) => sign === 'problem').length,
  warnings: findings.filter(({ sign }) => sign === 'warning').length,
  findings,
})

/** A finding as a line of the table, and what to do below it; long ones go on in their own column. */
export function lineOf({ sign, about, says, todo }: Finding, width: number): string {
  const head = `${signs[sign]} ${sign.padEnd(8)}  ${about.padEnd(aboutWidth)}`
  const room = width - indent
  const does =
    todo === undefined
      ? []
      : wrapped(todo, room - 2).map((line, index) => (index === 0 ? `→ ${line}` : `  ${line}`))
  const [first = '', ...rest] = [...wrapped(says, room), ...does]
  return [head + first, ...rest.map((line) => ' '.repeat(indent) + line)].join('\n')
}

/** `2 problems, 1 warning` */
export function summaryOf({ problems, warnings, findings }: Verdict): string {
  const skipped = findings.filter(({ sign }) => sign === 'skipped').length
  const parts = [
    problems > 0 ? counted(problems, 'problem') : 'No problem',
    ...(warnings > 0 ? [counted(warnings, 'warning')] : []),
    ...(skipped > 0 ? [`${skipped} not looked at`] : []),
  ]
  return `${parts.join(', ')}.${problems > 0 ? ' Begin with the uppermost: others may go with it.' : ''}`
}

const counted = (n: number, word: string): string => `${n} ${word}${n === 1 ? '' : 's'}`

/** Lines of at most that many characters; a longer word has a line of its own. */
function wrapped(text: string, width: number): string[] {
  const lines: string[] = []
  for (const word of text.split(' ')) {
    const last = lines.at(-1)
    if (last !== undefined && last.length + 1 + word.length <= width)
      lines[lines.length - 1] = `${last} ${word}`
    else lines.push(word)
  }
  return lines
}
