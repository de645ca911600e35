import { globSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { inspect } from './breaches.ts'
import { cyclesBetweenFolders } from './cycles.ts'
import { legal, planted } from './planted.ts'
import { rooms } from './rooms.ts'

/** All that can be run, whatever its name ends in; Prisma writes its own. */
const files = globSync('src/**/*.{ts,tsx,mts,cts,js,jsx,mjs,cjs}').filter(
  (file) => !file.startsWith('src/db/generated/'),
)
const sources = Object.fromEntries(files.map((file) => [file, readFileSync(file, 'utf8')]))

describe('each room takes only what its list names (rooms.ts)', () => {
  const { breaches, unused } = inspect(sources, rooms)

  it('has no breach in src', () => {
    expect(files.length).toBeGreaterThan(300)
    expect(breaches).toEqual([])
  })

  it('has no entry that nothing uses', () => {
    expect(unused).toEqual([])
  })

  it('has no folders that need each other', () => {
    expect(cyclesBetweenFolders(sources)).toEqual([])
  })
})

describe('what it would catch', () => {
  it.each(planted)('$file: $code', ({ file, code, takes }) => {
    const { breaches } = inspect({ [file]: code }, rooms)
    expect(breaches).toHaveLength(1)
    expect(breaches[0]).toContain(takes)
  })

  it.each(legal)('and not $file: $code', ({ file, code }) => {
    expect(inspect({ [file]: code }, rooms).breaches).toEqual([])
  })

  it('folders that need each other, over a third as well', () => {
    const ring = {
      'src/db/a.ts': `import { b } from '../flows/b.ts'`,
      'src/flows/b.ts': `export type { C } from '../ports/c.ts'`,
      'src/ports/c.ts': `export type C = import('../db/a.ts').A`,
      'src/jobs/d.ts': `import '../flows/b.ts'`,
    }
    expect(cyclesBetweenFolders(ring)).toEqual(['src/ports → src/db → src/flows → src/ports'])
    expect(cyclesBetweenFolders({ ...ring, 'src/ports/c.ts': '' })).toEqual([])
  })

  it('an entry of a list that nothing uses', () => {
    const room = { imports: 'domain', packages: 'zod pg', globals: 'fetch' }
    const code = `import { z } from 'zod'; import type { A } from './a.ts'; export const a: A = z.string()`
    expect(inspect({ 'src/domain/b.ts': code }, { domain: room }).unused).toEqual([
      'domain: packages names pg, and nothing uses it',
      'domain: globals names fetch, and nothing uses it',
    ])
  })
})
