import { describe, expect, it } from 'vitest'
import { guardedCell, unguardedCell } from '../../src/flows/csv-cell.ts'

describe('a cell of a CSV file', () => {
  it.each(['=1+1', '+49 30 1234', '-2', '@SUM(A1)', '\t=1', '\r=1', '  =cmd|x', '＝1', '＋1', '－1', '＠a'])(
    'is no formula and comes back as it was: %j',
    (text) => {
      expect(guardedCell(text)).toBe(`'${text}`)
      expect(unguardedCell(guardedCell(text))).toBe(text)
    },
  )

  it.each(['Acme', "'quoted'", "O'Neil", '1-2', 'a=b', ''])('stays as it is otherwise: %j', (text) => {
    expect(guardedCell(text)).toBe(text)
    expect(unguardedCell(text)).toBe(text)
  })
})
