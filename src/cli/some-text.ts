import { InvalidArgumentError } from 'commander'
import { oneLine } from '../domain/text/visible-text.ts'

const longest = 200

/** An argument that people will read: a name, a reason. */
export function someText(text: string): string {
  const line = oneLine(text)
  if (line === '') throw new InvalidArgumentError('Write something that can be seen.')
  if (line.length > longest) throw new InvalidArgumentError(`Write at most ${longest} characters.`)
  return line
}
