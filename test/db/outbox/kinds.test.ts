import { globSync, readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { allKinds } from '../../../src/domain/notice/kinds.ts'

/** A kind in quotes: a word of a statement, or a value that could be given to one. */
const named = new RegExp(`['"](${allKinds.join('|')})['"]`, 'g')
const speaksSql = /Prisma\.sql|\$(query|execute)Raw/

const files = globSync('src/db/**/*.ts').filter((file) => !file.includes('src/db/generated/'))

it('statements name no kind of notice: what is special about one stands in domain/notice/kinds.ts', () => {
  const statements = files.map((file) => ({ file, code: readFileSync(file, 'utf8') }))
  const withSql = statements.filter(({ code }) => speaksSql.test(code))
  expect(withSql.length).toBeGreaterThan(15)
  expect(withSql.flatMap(({ file, code }) => (code.match(named) ?? []).map((kind) => [file, kind]))).toEqual(
    [],
  )
})

it('such a name would be seen', () => {
  expect(`n.kind IN ('digest', 'ledger') OR kind = "card"`.match(named)).toHaveLength(3)
})
