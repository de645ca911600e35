import { isNode, nameOf, type Node, type Placed } from './syntax.ts'

/** Members that say what the machine is set to, or lead to what runs a text. */
const telling = new Map([
  ['constructor', 'Function'],
  ...[
    'getTimezoneOffset',
    'resolvedOptions',
    'toLocaleString',
    'toLocaleDateString',
    'toLocaleTimeString',
  ].map((name) => [name, 'local-time'] as const),
])

/** What is read of the clock, of chance and of the machine where a name alone, such as `Date`, does not say it. */
export function readingsIn({ node, parent, field }: Placed): string[] {
  if (node.type === 'MetaProperty') return ['import.meta']
  if (node.type === 'MemberExpression') return [telling.get(memberOf(node)) ?? []].flat()
  if (node.type === 'CallExpression') return formatsNow(node) ? ['clock'] : []
  if (node.type !== 'Identifier') return []
  if (parent.type.endsWith('portSpecifier')) return renamed({ node, parent, field })
  if (isMemberName(parent, field)) return []
  switch (nameOf(node)) {
    case 'Math':
      return chance({ parent, field })
    case 'Date':
    case 'TZDate':
      return clock({ node, parent, field })
    default:
      return []
  }
}

type Place = Omit<Placed, 'node'>

const memberOf = ({ property, computed }: Node): string =>
  computed === true && isNode(property) && property.type !== 'Literal' ? '' : nameOf(property)

const isMemberName = (parent: Node, field: string): boolean =>
  ['property', 'key'].includes(field) && parent['computed'] !== true

const isRead = ({ parent, field }: Place, members: (name: string) => boolean): boolean =>
  parent.type === 'MemberExpression' && field === 'object' && members(memberOf(parent))

/** `Intl` takes the time of now where it is given none. */
const formatsNow = ({ callee, arguments: given }: Node): boolean =>
  isNode(callee) && /^format(ToParts)?$/.test(memberOf(callee)) && [given].flat().length === 0

/** All of `Math` but one number is settled by what it is given. */
const chance = (place: Place): string[] =>
  isRead(place, (name) => name !== '' && name !== 'random') ? [] : ['chance']

/** A date by another name could be made unseen. */
function renamed({ node, parent }: Placed): string[] {
  const isPlain = parent.type === 'ImportSpecifier' && nameOf(parent['local']) === nameOf(parent['imported'])
  return nameOf(node) === 'TZDate' && !isPlain ? ['clock'] : []
}

/** A date is made of an instant alone: without one it is now, and of a day it is the machine's. */
function clock({ node, parent, field }: Placed): string[] {
  if (parent.type.startsWith('TS') || (parent.type === 'BinaryExpression' && field === 'right')) return []
  if (isRead({ parent, field }, (name) => ['UTC', 'parse'].includes(name))) return []
  if (parent.type !== 'NewExpression' || field !== 'callee') return ['clock']
  const given = [parent['arguments']].flat().filter(isNode)
  if (given.length === 0 || given.some(({ type }) => type === 'SpreadElement')) return ['clock']
  return given.length === 1 || nameOf(node) === 'TZDate' ? [] : ['local-time']
}
