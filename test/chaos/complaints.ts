/** What a bot logged as a warning or worse, the last of it: for the report of a rig that failed. */
export function complaints(log: string, most = 30): string[] {
  return log
    .split('\n')
    .filter((line) => /^\{"level":[456]0/.test(line) || (line !== '' && !line.startsWith('{')))
    .slice(-most)
}
