import { isScalar, Lexer, LineCounter, parseDocument, Parser, visit } from 'yaml'
import { InexactNumber, numberIn } from '../../domain/lead/number-text.ts'
import type { Problem } from './problems.ts'

export type ReadDocument<T> = { ok: true; value: T } | { ok: false; problems: Problem[] }

export const refused = (path: string, remedy: string) => ({
  ok: false as const,
  problems: [{ path, remedy }],
})

/** Far more than anybody writes; what stands deeper uses up the stack, and what is longer takes minutes. */
const [deepest, longest] = [50, 5000]

/** YAML 1.2, whatever the file says of itself: in 1.1, `no` is false and 12:30 a number. */
const reading = { schema: 'core', version: '1.2', prettyErrors: true, logLevel: 'error' } as const

/** What a YAML or JSON document says, or why it is none that can be read. */
export function readYaml(text: string): ReadDocument<unknown> {
  if (isTooMuch(text))
    return refused('', `is too large: at most ${longest} entries in a list, ${deepest} lists in each other`)
  const lines = new LineCounter()
  const document = parseDocument(text, { ...reading, lineCounter: lines })
  const lineOf = (offset = 0) => `line ${lines.linePos(offset).line}`
  const problems = [...document.errors, ...document.warnings].map(({ code, pos, message }) => ({
    path: lineOf(pos[0]),
    remedy: sentences[code] ?? `not YAML: ${message.replace(/( at line \d[^]*)$/, '')}`,
  }))
  visit(document, {
    Pair: (_, { key }) => {
      // It is no key like any other, and would fall silently.
      if (!isScalar(key) || key.value !== '__proto__') return
      problems.push({ path: lineOf(key.range?.[0]), remedy: 'no key can be called __proto__' })
    },
    Scalar: (_, scalar) => {
      const { value, range, source = '' } = scalar
      if (typeof value === 'number') scalar.value = asWritten(value, source)
      if (typeof value !== 'string' || !unfit.test(value)) return
      problems.push({ path: lineOf(range?.[0]), remedy: 'holds a sign that nobody can see: write it anew' })
    },
  })
  if (problems.length > 0) return { ok: false, problems }
  if (document.contents === null || (isScalar(document.contents) && document.contents.value === null))
    return refused('', 'is empty')
  try {
    return { ok: true, value: document.toJS() }
  } catch (error) {
    // An alias of nothing, or so many that a small file would unfold into a huge one.
    if (!(error instanceof ReferenceError)) throw error
    return refused('', `write it without aliases: ${error.message}`)
  }
}

/** A number that can't be kept is the text that stands there, such as a long id. */
function asWritten(value: number, source: string): number | string {
  const read = numberIn(source)
  return read instanceof InexactNumber ? read.text : value
}

const sentences: Record<string, string> = {
  MULTIPLE_DOCS: 'a second document begins here: take out the line ---, or keep one of them',
  DUPLICATE_KEY: 'this key stands here twice: keep one of them',
  TAB_AS_INDENT: 'begins with a tab: indent with blanks',
}

/** Control characters and halves of signs: a database can't hold some of them. */
const unfit = /[\p{Cc}--[\n\r\t]]|\p{Cs}/v

/** Found while it is cut into pieces, before anything is built of them. */
function isTooMuch(text: string): boolean {
  const parser = new Parser()
  for (const token of new Lexer().lex(text)) {
    // What it gives is not needed, and it moves on by being asked for it.
    Array.from(parser.next(token))
    const top = parser.stack.at(-1)
    if (parser.stack.length > deepest || (top && 'items' in top && top.items.length > longest)) return true
  }
  return false
}
