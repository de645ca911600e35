import { globSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { parseSync } from 'rolldown/utils'
import { expect, it } from 'vitest'
import { readModule } from './read-module.ts'
import { childrenOf, namesDeclaredBy, nameOf } from './syntax.ts'

const codeOf = (file: string) => readFileSync(file, 'utf8')

/** What anybody takes from a file, as `src/main.ts name`; `*` for all of it. */
const taken = new Set(
  globSync('{src,test,prisma,scripts}/**/*.{ts,tsx}').flatMap((file) =>
    readModule(file, codeOf(file)).imports.flatMap(({ from, name }) =>
      from.startsWith('.') ? `${join(dirname(file), from)} ${name}` : [],
    ),
  ),
)

/** Functions, classes and constants that a file exports; a type may be exported for whoever reads a signature. */
function valuesExportedBy(file: string): string[] {
  const { program } = parseSync(file, codeOf(file))
  return childrenOf({ ...program }, 'body')
    .flatMap(({ node }) => childrenOf(node, 'declaration'))
    .flatMap(({ node }) => {
      if (node.type === 'VariableDeclaration')
        return childrenOf(node, 'declarations').flatMap((one) => namesDeclaredBy(one.node))
      const isValue = ['FunctionDeclaration', 'ClassDeclaration'].includes(node.type)
      return isValue ? childrenOf(node, 'id').map((id) => nameOf(id.node)) : []
    })
}

it('exports nothing that nobody takes: what is used nowhere is dead, and what is used in its own file is its own', () => {
  const files = globSync('src/**/*.{ts,tsx}').filter((file) => !file.startsWith('src/db/generated/'))
  const left = files.flatMap((file) =>
    valuesExportedBy(file).flatMap((name) =>
      taken.has(`${file} ${name}`) || taken.has(`${file} *`) ? [] : `${file} ${name}`,
    ),
  )
  expect(left).toEqual([])
})
