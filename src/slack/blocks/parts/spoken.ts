import { join, withoutKeycaps, type Escaped } from './escape.ts'

/** A message as one text, as a notification shows it and a screen reader reads it. */
export function spoken(parts: (Escaped | null)[]): string {
  return withoutKeycaps(join(parts, ' · ')).replaceAll('\n', ', ').replaceAll('*', '')
}
