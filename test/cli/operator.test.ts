import { userInfo } from 'node:os'
import { describe, expect, it } from 'vitest'
import { operatorName } from '../../src/cli/operator.ts'
import { baton } from './baton.ts'

/** As Node does for a uid without an entry in the passwd file. */
const nameless = `
  import os from 'node:os'
  import { syncBuiltinESMExports } from 'node:module'
  os.userInfo = () => { throw new Error('uv_os_get_passwd returned ENOENT') }
  syncBuiltinESMExports()`
const withoutName = { NODE_OPTIONS: `--import=data:text/javascript,${encodeURIComponent(nameless)}` }
const uid = `uid ${process.getuid?.() ?? 'unknown'}`

describe('who types a command', () => {
  it('is the user of the system', () => {
    expect(operatorName()).toBe(userInfo().username)
    expect(operatorName(() => 'olga')).toBe('olga')
  })

  it('is a number where the system knows no name', () => {
    const lookUp = () => {
      throw new Error('uv_os_get_passwd returned ENOENT')
    }
    expect(operatorName(lookUp)).toBe(uid)
  })

  it.each([
    ['playbook', 'import'],
    ['outbox', 'drop'],
  ])('keeps no command from running: %s %s', async (...command) => {
    const { code, said } = await baton(withoutName, ...command, '--help')
    expect(said).toContain(`(default: "${uid}")`)
    expect(code).toBe(0)
  })
})
