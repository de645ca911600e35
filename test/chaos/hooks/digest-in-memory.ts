import { replaceSource } from './replace-source.ts'

/** What was sent last is remembered by the process alone. */
replaceSource('flows/digest/send-due-digest.ts', [
  ["const audience = 'marketing'", "const audience = 'marketing'\nlet lastSent = ''"],
  [
    'if (await deps.db.digests.find(audience, week)) return false',
    'if (lastSent === week) return false\n  lastSent = week',
  ],
])
replaceSource('db/stores/digest-store.ts', [
  [
    'db.digestRun.create({ data })',
    'db.digestRun.upsert({ where: { audience_week: { audience, week } }, create: data, update: data })',
  ],
])
