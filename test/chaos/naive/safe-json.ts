import type { LeadText } from '../../../src/intake/http/cut-leads.ts'
import type { SafeJson } from '../../../src/intake/http/safe-json.ts'

export const decode = (bytes: Buffer): string => bytes.toString('utf8')

/** Takes whatever JSON.parse takes. */
export function parseSafely({ text }: LeadText): SafeJson {
  try {
    return { ok: true, value: JSON.parse(text) }
  } catch {
    return { ok: false, wrong: null }
  }
}
