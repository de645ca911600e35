// Whether the tests could run where this process was started: says what it found in one line, or why not.
import { Client } from 'pg'
import { openBrowser } from './browser.ts'
import { compiledCode } from './compiled.ts'
import { startServer } from './postgres-server.ts'

async function answerOfPostgres(): Promise<unknown> {
  const server = await startServer()
  const client = new Client({ connectionString: `${server.url}postgres` })
  try {
    await client.connect()
    return (await client.query<{ sum: number }>('SELECT 1 + 1 AS sum')).rows[0]?.sum
  } finally {
    await client.end()
    await server.stop()
  }
}

async function answerOfBrowser(): Promise<unknown> {
  const browser = await openBrowser()
  try {
    const page = await browser.newPage()
    await page.setContent('<title>it draws</title>')
    return await page.title()
  } finally {
    await browser.close()
  }
}

try {
  const sum = await answerOfPostgres()
  const title = process.argv.includes('--browser') ? await answerOfBrowser() : null
  process.stdout.write(`${JSON.stringify({ sum, title, compiled: compiledCode.NODE_COMPILE_CACHE })}\n`)
} catch (error) {
  process.stdout.write(`${error instanceof Error ? error.message : String(error)}\n`)
}
