import { readFile, stat } from 'node:fs/promises'
import { longestDocument, tooLong } from '../flows/playbook/read-document.ts'

/**
 * A file that a person wrote, without a byte order mark.
 * @throws Error that says what to do when it is too large to be one, or not UTF-8
 */
export async function readText(file: string): Promise<string> {
  const { size } = await stat(file)
  if (size > longestDocument) throw new Error(`${file} ${tooLong(size)}.`)
  return asText(await readFile(file), file)
}

/** @throws Error that says what to do when these bytes are no UTF-8 */
export function asText(bytes: Uint8Array, file: string): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch (cause) {
    throw new Error(`${file} is not UTF-8. Save it with that encoding, then try again.`, { cause })
  }
}
