import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { faultKinds } from '../../src/sandbox/faults.ts'
import { bearer } from '../support/send-leads.ts'
import { aTeam, type Team } from '../support/team.ts'
import { blocksOf, pages, spans } from './shown.ts'

const run = promisify(execFile)

const unique = (texts: string[]): string[] => [...new Set(texts)].toSorted()
const spanned = (pattern: RegExp): string[] =>
  unique(spans.flatMap(({ text }) => [...text.matchAll(pattern)].map(([, found = '']) => found)))

const curls = pages.flatMap(blocksOf).filter(({ text }) => text.startsWith('curl '))
const routes = spanned(/^((?:GET|POST) \/\S*)$/g)
const addresses = spanned(/^(http:\/\/localhost:3001\S*)$/g)
const wishes = spanned(/^(\{"do":.*\})$/g)
const metrics = spanned(/\b(baton_[a-z_]+)/g)
/** Each word between double quotes in what the page of the sandbox says to write. */
const faults = unique(
  spans
    .filter(({ at, text }) => at.startsWith('docs/sandbox.md') && /^(?:"kind":)?"[a-z-]+"$/.test(text))
    .map(({ text }) => text.replace('"kind":', '').replaceAll('"', '')),
)

describe('a request that is shown', () => {
  let team: Team
  beforeAll(async () => {
    team = await aTeam()
  })
  afterAll(() => team[Symbol.asyncDispose]())

  const here = (address: string) => address.replace('http://localhost:3001', team.baton.intakeUrl)

  it('is found in the pages', () => {
    expect(
      [curls, routes, addresses, wishes, metrics, faults].map((found) => found.length > 0),
    ).not.toContain(false)
  })

  it.skipIf(!existsSync('/usr/bin/curl')).each(curls)('hands a lead off: curl', async ({ text }) => {
    const typed = here(text).replace('YOUR-SECRET', bearer)
    const { stdout } = await run('bash', ['--norc', '-c', typed])
    expect(JSON.parse(stdout)).toMatchObject({ leads: [{ became: 'handed-off' }] })
  })

  it.each([...routes, ...addresses.map((address) => `GET ${address}`)])('is answered: %s', async (shown) => {
    const [method = '', where = ''] = shown.split(' ')
    const base = where === '/control' ? team.slack.url : team.baton.intakeUrl
    const response = await fetch(new URL(here(where), base), { method })
    expect([404, 405, 500, 501]).not.toContain(response.status)
  })

  it.each(wishes)('pulls a lever of the sandbox: %s', async (wish) => {
    const body = wish.replaceAll('…', '')
    const headers = { 'content-type': 'application/json' }
    const response = await fetch(new URL('/control', team.slack.url), { method: 'POST', headers, body })
    expect(response.status).toBe(200)
    team.slack.faults.clear()
  })

  it.each(faults)('names a fault that the sandbox knows: %s', (kind) => {
    expect(faultKinds).toContain(kind)
  })

  it.each(metrics)('finds its number in /metrics: %s', async (metric) => {
    const response = await fetch(new URL('/metrics', team.baton.intakeUrl))
    expect(await response.text()).toMatch(new RegExp(`^# TYPE ${metric} `, 'm'))
  })
})
