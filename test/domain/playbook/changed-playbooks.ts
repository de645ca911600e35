import { defaultPlaybook } from '../../../prisma/seed.ts'
import { brokenRules } from '../../../src/domain/playbook/playbook-rules.ts'
import { playbookSchema, type PlaybookDocument } from '../../../src/domain/playbook/playbook.ts'
import { pathOf } from '../../../src/flows/playbook/problems.ts'

const now = new Date('2026-11-25T08:03:00Z')
const { clocks, digest, reasons, scoring, tiers } = defaultPlaybook
export type Changes = Partial<Record<keyof PlaybookDocument, unknown>>

export const brokenBy = (changes: Changes): string[] =>
  brokenRules(playbookSchema.parse({ ...defaultPlaybook, ...changes }), now).map(
    ({ path, remedy }) => `${pathOf(path)}: ${remedy}`,
  )
export const hours = (days: object, holidays: string[] = []) => ({ workingHours: { days, holidays } })
export const everyDay = (count: number) =>
  Array.from({ length: count }, (_, day) => new Date(Date.UTC(2027, 0, 1 + day)).toISOString().slice(0, 10))
export const hot = (remindAfter: number, returnAfter: number, managerAfter: number) => ({
  clocks: { ...clocks, hot: { remindAfter, returnAfter, managerAfter } },
})
export const due = (weekday: string, time: string, zone: string) => ({
  zone,
  digest: { ...digest, weekday, time },
})
export const when = (condition: object) => ({ tiers: { ...tiers, hot: [condition] } })
export const reason = (changes: object) => ({ reasons: [{ ...reasons[0], ...changes }, ...reasons.slice(1)] })
export const evidence = (changes: object) => reason({ evidence: { kind: 'attribute', ...changes } })
export const rules = (...changes: object[]) => ({
  scoring: {
    ...scoring,
    rules: changes.map((change, n) => ({
      ...{ id: `rule-${n}`, name: 'x', points: 1, when: [{ field: 'title', present: true }], ...change },
    })),
  },
})
export const between = (atLeast: number, atMost: number) => ({
  when: [
    { field: 'employees', atLeast },
    { field: 'employees', atMost },
  ],
})
export const oneOf = (count: number, changes: object = {}) =>
  Array.from({ length: count }, (_, n) => ({
    ...reasons[0],
    code: `code-${n}`,
    label: `Reason ${n}`,
    ...changes,
  }))
