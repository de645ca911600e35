const kinds: [RegExp, string][] = [
  [/^xoxe[.-]/, 'a token that expires (xoxe): switch token rotation off in the app, and'],
  [/^xoxb-/, 'a bot token (xoxb-):'],
  [/^xapp-/, 'an app-level token (xapp-):'],
  [/^xoxp-/, 'the token of a person (xoxp-):'],
  [/^xox[cds]-/, 'the token of a browser (xoxc-):'],
]

/** What somebody put in the place of a token, such as `holds an app-level token (xapp-):`, and never the token itself. */
export function mistakenFor(value: unknown, expected: string): string {
  const kind = typeof value === 'string' ? kinds.find(([pattern]) => pattern.test(value))?.[1] : undefined
  return kind ? `holds ${kind}` : `must begin with ${expected}:`
}
