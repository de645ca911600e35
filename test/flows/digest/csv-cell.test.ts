import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { guardedCell, unguardedCell } from '../../../src/flows/digest/csv-cell.ts'

describe('a cell of a CSV file', () => {
  it.each(['=1+1', '+49 30 1234', '-2', '@SUM(A1)', '\t=1', '\r=1', '  =cmd|x', '＝1', '＋1', '－1', '＠a'])(
    'is no formula and comes back as it was: %j',
    (text) => {
      expect(guardedCell(text)).toBe(`'${text}`)
      expect(unguardedCell(guardedCell(text))).toBe(text)
    },
  )

  it.each([
    ['Acme;=HYPERLINK("x")', `Acme;'=HYPERLINK("x")`],
    ['a; -2', "a;' -2"],
    ['a|@SUM(A1)|=2', "a|'@SUM(A1)|'=2"],
    ['a;"=1"', `a;'"=1"`],
    ['first\r\n=1', "first\r\n'=1"],
    ['=1;＋2', "'=1;'＋2"],
    ["'=1", "''=1"],
  ])('is no formula behind what another spreadsheet takes for a separator: %j', (text, safe) => {
    expect(guardedCell(text)).toBe(safe)
    expect(unguardedCell(safe)).toBe(text)
  })

  it('comes back as it was, whatever it is, and nothing in it is run', () => {
    const signs = ['=', '+', '-', '@', ';', '|', "'", '"', '\t', '\r', '\n', ' ', 'a', '＝']
    const text = fc.string({ unit: fc.constantFrom(...signs) })
    fc.assert(
      fc.property(text, (cell) => {
        const safe = guardedCell(cell)
        expect(unguardedCell(safe)).toBe(cell)
        for (const part of safe.split(/[;|\n]/))
          expect(part.trim().replace(/^"+\s*/, '')).not.toMatch(/^[=+\-@＝]/)
      }),
      { seed: 11 },
    )
  })

  it.each(['Acme', "'quoted'", "O'Neil", '1-2', 'a=b', ''])('stays as it is otherwise: %j', (text) => {
    expect(guardedCell(text)).toBe(text)
    expect(unguardedCell(text)).toBe(text)
  })
})
