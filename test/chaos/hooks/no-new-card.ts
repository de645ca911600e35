import { replaceSource } from './replace-source.ts'

// A card that somebody deleted stays deleted, and its update is refused for good.
replaceSource('domain/notice/card-fate.ts', [
  ['if (isGone(cause)) return refused', 'if (false) return refused'],
])
