import { globSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { parseSync } from 'rolldown/utils'
import { readModule } from '../../architecture/read-module.ts'
import { allBelow, childrenOf, nameOf, namesDeclaredBy, type Node } from '../../architecture/syntax.ts'

/** A function that a file of src/flows exports. */
interface ExportedFunction {
  name: string
  /** Whether its file can reach stores and people: it imports a port, or a file that does. */
  touchesTheWorld: boolean
  isByOperator: boolean
}

const codeOf = (file: string): string => readFileSync(file, 'utf8')

/** All functions that src/flows exports, found by reading its files: a new one needs nobody to write it down. */
export function functionsOfFlows(): ExportedFunction[] {
  const files = globSync('src/flows/**/*.ts')
  const needs = new Map(files.map((file) => [file, importsOf(file).map(({ path }) => path)]))
  const reaches = (file: string, seen = new Set<string>()): boolean => {
    if (file.startsWith('src/ports/')) return true
    if (seen.has(file)) return false
    seen.add(file)
    return (needs.get(file) ?? []).some((next) => reaches(next, seen))
  }
  return files.flatMap((file) =>
    exportedBy(file).map((found) => ({ ...found, touchesTheWorld: reaches(file) })),
  )
}

/** Who imports what of src/flows: a room's first folder, and the name. */
export function importersOfFlows(): { room: string; name: string }[] {
  return globSync('src/**/*.{ts,tsx}')
    .filter((file) => !file.startsWith('src/flows/') && !file.startsWith('src/db/generated/'))
    .flatMap((file) =>
      importsOf(file)
        .filter(({ path }) => path.startsWith('src/flows/'))
        .map(({ name }) => ({ room: file.split('/')[1] ?? '', name })),
    )
}

function importsOf(file: string): { path: string; name: string }[] {
  return readModule(file, codeOf(file)).imports.flatMap(({ from, name }) =>
    from.startsWith('.') ? { path: join(dirname(file), from), name } : [],
  )
}

function exportedBy(file: string): Omit<ExportedFunction, 'touchesTheWorld'>[] {
  const code = codeOf(file)
  const { program } = parseSync(file, code)
  const exported = childrenOf({ ...program }, 'body').flatMap(({ node }) => childrenOf(node, 'declaration'))
  return exported.flatMap(({ node }) =>
    functionsIn(node).map(({ name, made }) => {
      const [first] = childrenOf(made, 'params')
      const typed =
        first && childrenOf(first.node, 'typeAnnotation').flatMap(({ node: type }) => allBelow(type))
      const isByOperator = typed?.some(({ node: type }) => nameOf(type) === 'ByOperator') === true
      return { name, isByOperator }
    }),
  )
}

/** A function, or a constant that is one. */
function functionsIn(declaration: Node): { name: string; made: Node }[] {
  if (declaration.type === 'FunctionDeclaration')
    return childrenOf(declaration, 'id').map(({ node }) => ({ name: nameOf(node), made: declaration }))
  return childrenOf(declaration, 'declarations').flatMap(({ node }) =>
    childrenOf(node, 'init')
      .filter(({ node: { type } }) => type.endsWith('FunctionExpression'))
      .map(({ node: made }) => ({ name: namesDeclaredBy(node)[0] ?? '', made })),
  )
}
