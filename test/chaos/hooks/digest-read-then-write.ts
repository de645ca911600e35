import { replaceSource } from './replace-source.ts'

/** It is looked for and then written: no key of the database says who was first. */
replaceSource('db/stores/digest-store.ts', [
  [
    'db.digestRun.create({ data })',
    'db.digestRun.upsert({ where: { audience_week: { audience, week } }, create: data, update: data })',
  ],
])
