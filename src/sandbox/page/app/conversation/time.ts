import type { SeenPerson } from '../../sight.ts'

type Reader = Pick<SeenPerson, 'locale' | 'zone'>

/** Weekday, date and time, as this person reads them where they are. */
export function momentOf(ms: number, reader: Reader): string {
  return format(ms, reader, {
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    hour: '2-digit',
    minute: '2-digit',
  })
}

/** The time of day of a message. */
export function timeOf(ts: string, reader: Reader): string {
  return format(Number(ts) * 1000, reader, { hour: '2-digit', minute: '2-digit' })
}

/** The day of a message, for the line between two days. */
export function dayOf(ts: string, reader: Reader): string {
  return format(Number(ts) * 1000, reader, { weekday: 'long', day: 'numeric', month: 'long' })
}

function format(ms: number, { locale, zone }: Reader, style: Intl.DateTimeFormatOptions): string {
  return new Intl.DateTimeFormat(locale, { ...style, timeZone: zone }).format(ms)
}
