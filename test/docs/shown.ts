import { globSync, readFileSync } from 'node:fs'

/** A piece of text that people read, and where it stands, such as `README.md:45`. */
export interface Shown {
  at: string
  text: string
}

/** What there is to read beside the code. */
export const pages = ['README.md', 'CONTRIBUTING.md', ...globSync('docs/**/*.md')].toSorted()

const texts = globSync('src/slack/text/*.json').toSorted()

/** The lines of a file, each with its number. */
export const linesOf = (file: string): Shown[] =>
  readFileSync(file, 'utf8')
    .split('\n')
    .map((text, index) => ({ at: `${file}:${index + 1}`, text }))

/** The blocks between three backticks of a page, whole and without their indent. */
export function blocksOf(file: string): { language: string; text: string }[] {
  const blocks = readFileSync(file, 'utf8').matchAll(/^( *)```(\w*)\n([^]*?)^\1```$/gm)
  return [...blocks].map(([, indent = '', language = '', block = '']) => ({
    language,
    text: block.replaceAll(new RegExp(`^${indent}`, 'gm'), ''),
  }))
}

/** All that stands between single backticks, in the pages and in what Baton says in Slack. */
export const spans: Shown[] = [...pages, ...texts].flatMap((file) =>
  linesOf(file).flatMap(({ at, text }) =>
    [...text.matchAll(/(?<!`)`([^`]+)`(?!`)/g)].map(([, span = '']) => ({ at, text: span })),
  ),
)

/** Each `npm run …` that a page, a remedy or a help text shows, as far as it is a command. */
export const scripts: Shown[] = [
  ...pages,
  ...texts,
  ...globSync('src/**/*.ts'),
  ...globSync('test/*/main.ts'),
]
  .filter((file) => !file.includes('generated'))
  .flatMap(linesOf)
  .flatMap(({ at, text }) => [
    ...[...text.matchAll(/npm run [a-z:]+(?: -- (?:"[^"]*"|[^\s.;,…`'"”)\\|#]|\.\w| (?=[^\s#>]))+)?/g)].map(
      ([command]) => ({ at, text: command.trim() }),
    ),
    // The second and third of a table's row, where the first one says how they begin.
    ...[...text.matchAll(/`… ([^`]+)`/g)].map(([, rest = '']) => ({ at, text: `npm run baton -- ${rest}` })),
  ])
