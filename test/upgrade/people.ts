import type { Deps } from '../../src/ports/deps.ts'

/** Everybody is a colleague, and nobody is a manager. */
export const colleagues: Deps['people'] = {
  find: (id) =>
    Promise.resolve({
      ...{ id, name: id, language: 'en', zone: 'Europe/Berlin' },
      ...{ kind: 'member', isAdmin: false, groups: [] },
    }),
  holders: () => Promise.resolve([]),
}
