import { replaceSource } from './replace-source.ts'

/** Read, then write: the key of the events no longer says who was first. */
replaceSource('db/stores/write-transition.ts', [
  [
    'createMany({ data: events.map(eventToRow) })',
    'createMany({ data: events.map(eventToRow), skipDuplicates: true })',
  ],
])
