import { parseSync } from 'rolldown/utils'
import { readingsIn } from './readings.ts'
import { allBelow, childrenOf, isNode, isReference, nameOf, namesDeclaredBy, type Node } from './syntax.ts'

/** One thing that a module takes from another: `*` where it takes the whole, nothing where it only runs it. */
export interface Import {
  from: string
  name: string
}

/** What a module takes from outside. */
export interface Module {
  imports: Import[]
  /** Names that nothing in the module declares, and what it reads of the clock, of chance and of the machine. */
  globals: string[]
  /** Names that it declares as a type or in a part of itself: elsewhere in it they still stand for what is global. */
  partly: string[]
}

/** An import whose name is made while it runs. */
export const unreadable = '(made while it runs)'

/** Reads a module with the parser that also runs the tests, so that no way of writing an import is missed. */
export function readModule(file: string, code: string): Module {
  const { program, comments, errors } = parseSync(file, code)
  if (errors[0]) throw new Error(`${file}: ${errors[0].message}`)
  const placed = allBelow({ ...program })
  const declared = new Set(placed.flatMap(({ node }) => namesDeclaredBy(node)))
  const throughout = new Set(childrenOf({ ...program }, 'body').flatMap(({ node }) => valuesOf(node)))
  const used = placed.filter(isReference).map(({ node }) => nameOf(node))
  return {
    imports: [
      ...placed.flatMap(({ node }) => importsOf(node)),
      ...comments.filter(({ value }) => /^\/\s*<reference\s/.test(value)).map(({ value }) => whole(value)),
    ],
    globals: [...new Set([...used.filter((name) => !declared.has(name)), ...placed.flatMap(readingsIn)])],
    partly: [...declared].filter((name) => !throughout.has(name)),
  }
}

/** Names that a statement at the top of a module gives a value to. */
function valuesOf(statement: Node): string[] {
  if (statement['declare'] === true) return []
  if (statement.type === 'ExportNamedDeclaration')
    return childrenOf(statement, 'declaration').flatMap(({ node }) => valuesOf(node))
  const parts = { ImportDeclaration: 'specifiers', VariableDeclaration: 'declarations' }[statement.type]
  if (parts !== undefined && statement['importKind'] !== 'type')
    return childrenOf(statement, parts).flatMap(({ node }) =>
      node['importKind'] === 'type' ? [] : namesDeclaredBy(node),
    )
  if (!['FunctionDeclaration', 'ClassDeclaration'].includes(statement.type)) return []
  return childrenOf(statement, 'id').map(({ node }) => nameOf(node))
}

const whole = (from: string): Import => ({ from, name: '*' })

function importsOf(node: Node): Import[] {
  switch (node.type) {
    case 'ImportDeclaration':
    case 'ExportNamedDeclaration':
      return isNode(node['source']) ? namedImports(node, specifierIn(node['source'])) : []
    case 'ExportAllDeclaration':
    case 'ImportExpression':
    case 'TSImportType':
      return [whole(specifierIn(node['source']))]
    case 'TSExternalModuleReference':
      return [whole(specifierIn(node['expression']))]
    default:
      return []
  }
}

function namedImports(node: Node, from: string): Import[] {
  const names = childrenOf(node, 'specifiers').map((specifier) => {
    if (specifier.node.type === 'ImportDefaultSpecifier') return 'default'
    const taken = specifier.node[node.type === 'ImportDeclaration' ? 'imported' : 'local']
    return isNode(taken) ? nameOf(taken) : '*'
  })
  return (names.length > 0 ? names : ['']).map((name) => ({ from, name }))
}

/** A text, or a template that nothing is put into. */
function specifierIn(node: unknown): string {
  if (!isNode(node)) return unreadable
  if (node.type === 'Literal') return String(node['value'])
  const [text, ...others] = childrenOf(node)
  const value = node.type === 'TemplateLiteral' && others.length === 0 ? text?.node['value'] : null
  return typeof value === 'object' && value && 'cooked' in value ? String(value.cooked) : unreadable
}
