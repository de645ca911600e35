/** A node of a syntax tree as ESTree writes it, of whatever kind. */
export interface Node {
  type: string
  [field: string]: unknown
}

/** A node with the one it stands in, and where it stands there. */
export interface Placed {
  node: Node
  parent: Node
  field: string
}

export const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string'

export function childrenOf(parent: Node, only?: string): Placed[] {
  const found: Placed[] = []
  for (const field of only === undefined ? Object.keys(parent) : [only]) {
    const value = parent[field]
    for (const node of Array.isArray(value) ? value : [value])
      if (isNode(node)) found.push({ node, parent, field })
  }
  return found
}

/** Everything below a node, and below that. */
export function allBelow(node: Node, found: Placed[] = []): Placed[] {
  for (const placed of childrenOf(node)) {
    found.push(placed)
    allBelow(placed.node, found)
  }
  return found
}

/** The name of an identifier, or the text of a name in quotes. */
export function nameOf(node: unknown): string {
  const name = isNode(node) ? (node['name'] ?? node['value']) : null
  return typeof name === 'string' ? name : ''
}

/** Where a node has names that something else is found by, or that it declares. */
const ownNames: Record<string, readonly string[]> = {
  VariableDeclarator: ['id'],
  FunctionDeclaration: ['id', 'params'],
  FunctionExpression: ['id', 'params'],
  ArrowFunctionExpression: ['params'],
  TSDeclareFunction: ['id', 'params'],
  TSFunctionType: ['params'],
  TSConstructorType: ['params'],
  TSMethodSignature: ['params'],
  TSCallSignatureDeclaration: ['params'],
  TSConstructSignatureDeclaration: ['params'],
  TSIndexSignature: ['parameters'],
  TSEmptyBodyFunctionExpression: ['params'],
  ClassDeclaration: ['id'],
  ClassExpression: ['id'],
  CatchClause: ['param'],
  ImportSpecifier: ['local'],
  ImportDefaultSpecifier: ['local'],
  ImportNamespaceSpecifier: ['local'],
  TSImportEqualsDeclaration: ['id'],
  TSTypeAliasDeclaration: ['id'],
  TSInterfaceDeclaration: ['id'],
  TSEnumDeclaration: ['id'],
  TSModuleDeclaration: ['id'],
  TSTypeParameter: ['name'],
  TSMappedType: ['key'],
}

/** The names that a node declares; of a pattern such as `{ a, b: [c] }` all of them. */
export const namesDeclaredBy = (node: Node): string[] =>
  (ownNames[node.type] ?? []).flatMap((field) =>
    childrenOf(node, field).flatMap((placed) => patternNames(placed.node)),
  )

function patternNames(node: Node): string[] {
  if (node.type === 'Identifier') return [nameOf(node)]
  const fields = ['properties', 'elements', 'argument', 'left', 'parameter']
  const inner = node.type === 'Property' ? ['value'] : fields
  return inner.flatMap((field) => childrenOf(node, field).flatMap((placed) => patternNames(placed.node)))
}

/** Where a name is only a label on something, and stands for nothing that is in reach. */
const labels: Record<string, readonly string[]> = {
  ImportSpecifier: ['imported'],
  ExportSpecifier: ['local', 'exported'],
  ExportAllDeclaration: ['exported'],
  ImportAttribute: ['key'],
  LabeledStatement: ['label'],
  BreakStatement: ['label'],
  ContinueStatement: ['label'],
  MetaProperty: ['meta', 'property'],
  TSQualifiedName: ['right'],
  TSImportType: ['qualifier'],
  TSEnumMember: ['id'],
  TSNamedTupleMember: ['label'],
  TSTypePredicate: ['parameterName'],
}
const labelsUnlessComputed = new Set(['property', 'key'])

/** Whether a name stands for something in reach of the module: a value or a type. */
export function isReference({ node, parent, field }: Placed): boolean {
  if (node.type !== 'Identifier') return false
  if (labels[parent.type]?.includes(field)) return false
  return !labelsUnlessComputed.has(field) || parent['computed'] !== false
}
