import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { fileURLToPath } from 'node:url'
import { rolldown } from 'rolldown'

let script: Promise<string> | null = null
let style: Promise<string> | null = null

/** The page's own code, bundled when it is first asked for. */
export function pageScript(): Promise<string> {
  script ??= bundle()
  return script
}

/** The look of blocks from slack-blocks-to-jsx, and the page's own. */
export function pageStyle(): Promise<string> {
  style ??= joined([
    createRequire(import.meta.url).resolve('slack-blocks-to-jsx/dist/style.css'),
    fileURLToPath(new URL('./app/style.css', import.meta.url)),
  ])
  return style
}

async function bundle(): Promise<string> {
  await using build = await rolldown({
    input: fileURLToPath(new URL('./app/main.tsx', import.meta.url)),
    platform: 'browser',
    transform: { define: { 'process.env.NODE_ENV': '"production"' } },
    logLevel: 'warn',
  })
  const { output } = await build.generate({ format: 'iife', minify: true })
  return output[0].code
}

async function joined(files: string[]): Promise<string> {
  const texts = await Promise.all(files.map((file) => readFile(file, 'utf8')))
  return texts.join('\n')
}
