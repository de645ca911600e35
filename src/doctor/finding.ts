/** `skipped`: could not be looked at, which is no verdict. */
export type Sign = 'ok' | 'warning' | 'problem' | 'skipped'

/** One line of what the doctor says. */
export interface Finding {
  sign: Sign
  /** What was looked at. */
  about: string
  /** What was seen. */
  says: string
  /** What to do about it, in a sentence. */
  todo?: string
}

export const ok = (about: string, says: string): Finding => ({ sign: 'ok', about, says })
export const skipped = (about: string, says: string): Finding => ({ sign: 'skipped', about, says })
export const warning = (about: string, says: string, todo: string): Finding => ({
  ...{ sign: 'warning', about, says, todo },
})
export const problem = (about: string, says: string, todo: string): Finding => ({
  ...{ sign: 'problem', about, says, todo },
})

/** A sentence that tells what is wrong and, after the mark, what to do. */
export function inTwo(sentence: string, mark: ': ' | '. '): { says: string; todo: string } | null {
  const at = sentence.indexOf(mark)
  if (at < 0) return null
  const rest = sentence.slice(at + mark.length)
  return { says: sentence.slice(0, at), todo: rest.charAt(0).toUpperCase() + rest.slice(1) }
}
