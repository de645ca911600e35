import { execFile } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { mkdir, readdir, writeFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join, resolve } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { startSandbox, type Sandbox } from '../../src/sandbox/sandbox.ts'
import { compiledCode } from '../support/compiled.ts'
import { ownFolder } from '../support/own-folder.ts'
import { patienceMs } from '../support/patience.ts'
import { slackSettings } from '../support/slack-settings.ts'

const { scripts } = z
  .object({ scripts: z.record(z.string(), z.string()) })
  .parse(JSON.parse(readFileSync('package.json', 'utf8')))

/** The programs of ours that `npm run` starts and hands its arguments to. */
const programs = Object.entries(scripts).flatMap(([name, command]) => {
  const file = /^node (\S+)$/.exec(command)?.[1]
  return file === undefined ? [] : [{ name, file }]
})

interface Ended {
  code: unknown
  said: string
}

function run(
  file: string,
  args: string[],
  where: { cwd: string; env?: Record<string, string> },
): Promise<Ended> {
  const { promise, resolve: ended } = Promise.withResolvers<Ended>()
  const options = {
    cwd: where.cwd,
    env: { PATH: process.env['PATH'], ...compiledCode, ...where.env },
    timeout: patienceMs,
  }
  execFile(process.execPath, [resolve(file), ...args], options, (error, out, err) =>
    ended({ code: error ? (error.code ?? error.signal) : 0, said: out + err }),
  )
  return promise
}

const stack = /^\s+at .*[:(]\S*:\d+/m

const refused = ({ code, said }: Ended): boolean =>
  typeof code === 'number' && code !== 0 && said.trim() !== '' && !stack.test(said)

describe.each(programs)('npm run $name', ({ file }) => {
  it('says how it is used to whoever asks, does nothing else, and refuses what it does not know', async () => {
    const cwd = await ownFolder('command-line')
    const asked = [['--help'], ['--no-such-option'], ['no-such-thing', 'nor-this', 'nor-that']]
    const [help, ...wrong] = await Promise.all(asked.map((args) => run(file, args, { cwd })))
    expect([help?.code, help?.said.includes('Usage')]).toEqual([0, true])
    expect(wrong.filter((answer) => !refused(answer))).toEqual([])
    expect(await readdir(cwd)).toEqual([])
  })
})

it('knows the programs from package.json', () => {
  expect(programs.map(({ name }) => name)).toEqual(
    expect.arrayContaining(['start', 'demo', 'sandbox', 'baton', 'chaos']),
  )
})

describe('npm run baton', () => {
  it('says how each of its commands is used', async () => {
    const cwd = await ownFolder('command-line')
    const commandsIn = ({ said }: Ended): string[] =>
      [...(said.split('Commands:')[1] ?? '').matchAll(/^ {2}([a-z-]+)\b/gm)]
        .map(([, name]) => name ?? '')
        .filter((name) => name !== 'help')
    const helpOf = (...path: string[]) => run('src/cli/main.ts', [...path, '--help'], { cwd })
    const first = commandsIn(await helpOf())
    const nested = await Promise.all(
      first.map(async (name) => commandsIn(await helpOf(name)).map((sub) => [name, sub])),
    )
    const all = [...first.map((name) => [name]), ...nested.flat()]
    expect(all.map((path) => path.join(' '))).toEqual(
      expect.arrayContaining(['import', 'playbook import', 'outbox send-again', 'doctor']),
    )
    const helps = await Promise.all(all.map((path) => helpOf(...path)))
    expect(helps.filter(({ code, said }) => code !== 0 || !said.includes('Usage'))).toEqual([])
    expect(await readdir(cwd)).toEqual([])
  })

  it('says in a sentence what is wrong with a file that is named', async () => {
    const cwd = await ownFolder('command-line')
    await mkdir(join(cwd, 'folder'))
    await writeFile(join(cwd, 'map.yaml'), 'source: fair\ncolumns: { A: email }\n')
    const said = async (...args: string[]) => run('src/cli/main.ts', args, { cwd })
    const answers = await Promise.all([
      said('import', 'leads.csv', '--map', 'missing.yaml'),
      said('playbook', 'import', 'folder'),
      said('doctor', '--playbook', 'missing.yaml'),
    ])
    expect(answers.map(({ code }) => code)).toEqual([1, 1, 1])
    expect(answers.map((answer) => answer.said.trim())).toEqual([
      'There is no file missing.yaml.',
      'What was named is a folder, and not a file.',
      expect.stringMatching(/There is no file missing\.yaml\.$/),
    ])
  })
})

describe('a port that is taken', () => {
  let slack: Sandbox
  beforeAll(async () => void (slack = await startSandbox()))
  afterAll(() => slack.stop())
  const byOption = { args: (port: number) => ['--port', String(port)], env: () => ({}), setting: '--port' }
  const bySetting = {
    args: () => [],
    env: (port: number) => ({ ...slackSettings(slack), INTAKE_PORT: String(port) }),
    setting: 'INTAKE_PORT',
  }

  it.each([
    { file: 'src/sandbox/main.ts', ...byOption },
    { file: 'src/demo/main.ts', ...byOption },
    { file: 'src/main.ts', ...bySetting },
  ])(
    'is told by $file in a sentence that names the setting',
    async ({ file, args, env, setting }) => {
      const other = createServer()
      await new Promise<void>((done) => other.listen(0, '127.0.0.1', done))
      const { port } = other.address() as AddressInfo
      try {
        const cwd = await ownFolder('command-line')
        const ended = await run(file, args(port), { cwd, env: env(port) })
        expect(refused(ended)).toBe(true)
        expect(ended.said).toContain(`${port} is taken by another program`)
        expect(ended.said).toContain(setting)
      } finally {
        other.close()
      }
    },
    120_000,
  )

  it.each(['abc', '-1', '70000', '', '3.5'])('nor is "%s" one', async (port) => {
    const cwd = await ownFolder('command-line')
    const ended = await run('src/sandbox/main.ts', [`--port=${port}`], { cwd })
    expect(refused(ended)).toBe(true)
    expect(ended.said).toContain('Give a port number')
  })
})

it('npm start and npm run baton say in a sentence that .env can’t be read', async () => {
  const cwd = await ownFolder('command-line')
  await mkdir(join(cwd, '.env'))
  const answers = await Promise.all([
    run('src/main.ts', [], { cwd }),
    run('src/cli/main.ts', ['outbox'], { cwd }),
  ])
  expect(answers.map(refused)).toEqual([true, true])
  for (const { said } of answers) expect(said).toContain('.env can’t be read')
})
