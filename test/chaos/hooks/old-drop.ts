import { replaceSource } from './replace-source.ts'

// What is dropped is given up, whoever still needs it; and nothing comes anew.
replaceSource('domain/notice/card-fate.ts', [
  ["if (!isUndecided) return 'given-up'", "return 'given-up'"],
  ["refused.isUndecided && refused.card === 'nowhere'", 'false'],
])
