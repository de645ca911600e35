import { InvalidArgumentError } from 'commander'

/** A whole number from 1, as an option of a command. */
export function countOf(text: string): number {
  if (!/^[1-9]\d{0,7}$/.test(text)) throw new InvalidArgumentError('Give a whole number from 1.')
  return Number(text)
}
