import type { SafeJson } from '../../../src/intake/http/safe-json.ts'

/** Takes whatever JSON.parse takes. */
export function parseSafely(bytes: Buffer): SafeJson {
  try {
    return { ok: true, value: JSON.parse(bytes.toString('utf8')) }
  } catch {
    return { ok: false, problems: [{ path: '', remedy: 'send JSON' }] }
  }
}
