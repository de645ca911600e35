import { mkdtempDisposable, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { readLines } from './replay-rows.ts'
import { spreadFile } from './spread-file.ts'

/** Spreads rows of an id and a lead number, and reads back the ids in each week's file and of each week's leads. */
async function spread(rows: [id: string, leadNumber: string][], weeks: number) {
  await using folder = await mkdtempDisposable(join(tmpdir(), 'baton-spread-'))
  const file = join(folder.path, 'all.csv')
  await writeFile(file, ['Prospect ID,Lead Number', ...rows.map(String)].join('\n'))
  const parts = await spreadFile(file, weeks, folder.path)
  const files = await Promise.all(parts.map((part) => readLines(part.file)))
  return {
    files: files.map(([_header, ...lines]) => lines.map(([id]) => id).join('')),
    leads: parts.map((part) => part.rows.map((row) => row['Prospect ID']).join('')),
  }
}

test('cuts the rows into weeks by lead number, not by its spelling, and rows without one come last', async () => {
  const rows: [string, string][] = [
    ['a', '100'],
    ['b', ''],
    ['c', '9'],
    ['d', 'none'],
    ['e', ' 20 '],
  ]
  const weeks = ['c', 'ea', 'bd']
  expect(await spread(rows, 3)).toEqual({ files: weeks, leads: weeks })
})

test('more weeks than rows leave some of them empty', async () => {
  expect(await spread([['a', '1']], 3)).toEqual({ files: ['', '', 'a'], leads: ['', '', 'a'] })
})

test('a second row of an id comes in, in its week, but is no lead of its own', async () => {
  const rows: [string, string][] = [
    ['a', '1'],
    ['a', '2'],
    ['b', '3'],
    ['a', '4'],
  ]
  expect(await spread(rows, 2)).toEqual({ files: ['aa', 'ba'], leads: ['a', 'b'] })
})

test('says which file is missing, and which column', async () => {
  await using folder = await mkdtempDisposable(join(tmpdir(), 'baton-spread-'))
  const file = join(folder.path, 'all.csv')
  await expect(spreadFile(file, 2, folder.path)).rejects.toThrow('all.csv')
  await writeFile(file, 'a,b\n1,2\n')
  await expect(spreadFile(file, 2, folder.path)).rejects.toThrow('Lead Number')
})
