import type { Schedule } from './due-points.ts'

/** Where a digest's time is hard to tell, and a day shortly before it is. */
export interface Town extends Schedule {
  zone: string
  before: string
}

export const towns: Town[] = [
  // Clocks went from Saturday midnight to 01:00.
  { zone: 'America/Sao_Paulo', weekday: 'sunday', time: '00:00', before: '2018-11-01' },
  // Back by half an hour: 01:45 came twice.
  { zone: 'Australia/Lord_Howe', weekday: 'sunday', time: '01:45', before: '2026-04-02' },
  // There was no such Friday.
  { zone: 'Pacific/Apia', weekday: 'friday', time: '09:00', before: '2011-12-27' },
  // Back for Ramadan: 02:30 came twice.
  { zone: 'Africa/Casablanca', weekday: 'sunday', time: '02:30', before: '2026-02-12' },
  { zone: 'Asia/Beirut', weekday: 'sunday', time: '00:30', before: '2026-03-26' },
  { zone: 'Asia/Kathmandu', weekday: 'monday', time: '09:00', before: '2026-11-19' },
]
