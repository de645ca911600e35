import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { linesOf, pages, spans } from './shown.ts'

const links = pages.flatMap((page) =>
  linesOf(page).flatMap(({ at, text }) =>
    [...text.matchAll(/\]\(([^)\s]+)\)|src="([^"]+)"/g)].map(([, link, image]) => ({
      at,
      page,
      to: link ?? image ?? '',
    })),
  ),
)
const inside = links.filter(({ to }) => !/^https?:/.test(to))

/** Such as `src/domain/playbook/playbook.ts`, or `test/story`. */
const paths = spans.filter(({ text }) => /^(?:src|test|docs|prisma|scripts)(?:\/[\w.-]+)*\/?$/.test(text))

describe('a page of the documentation', () => {
  it.each(inside)('leads to what is there: $to ($at)', ({ page, to }) => {
    const [file = '', anchor = ''] = to.split('#')
    const target = file === '' ? page : join(dirname(page), file)
    expect(existsSync(target)).toBe(true)
    expect(['', ...anchorsOf(target)]).toContain(anchor)
  })

  it.each(paths)('names what is there: $text ($at)', ({ text }) => {
    expect(existsSync(text)).toBe(true)
  })
})

/** A folder and a picture have none. */
const anchorsOf = (page: string): string[] =>
  [...(page.endsWith('.md') ? readFileSync(page, 'utf8') : '').matchAll(/^#+ (.+)$/gm)].map(
    ([, title = '']) =>
      title
        .toLowerCase()
        .replaceAll(/[^\p{L}\p{N} _-]/gu, '')
        .replaceAll(' ', '-'),
  )
