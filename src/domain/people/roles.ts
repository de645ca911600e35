import { z } from 'zod'
import type { RoleName } from './person.ts'

const noOne = 'name at least one of groups and users'

/** Those who hold a role, by name. */
const namedSchema = z.strictObject({
  groups: z.array(z.string().regex(/^S[A-Z0-9]+$/, 'a user group id such as S0123ABC')).default([]),
  users: z.array(z.string().regex(/^[UW][A-Z0-9]+$/, 'a user id such as U0123ABC')).default([]),
})
export type Named = z.infer<typeof namedSchema>

/** A role is a word or names somebody; to leave it empty says neither. */
function roleSchema<Word extends string>(word: Word, meaning: string) {
  const remedy = `write ${word} (${meaning}), or ${noOne}`
  const named = namedSchema.refine(({ groups, users }) => groups.length + users.length > 0, {
    message: remedy,
    when: ({ issues }) => issues.length === 0,
  })
  return z.union([z.literal(word), named], {
    error: ({ input }) => (input === undefined ? `is missing: ${remedy}` : remedy),
  })
}

const openSchema = roleSchema('anybody', 'every full member of the workspace')

/** Who is what. Managers have no right of their own that could be open to anybody. */
export const rolesSchema = z.strictObject({
  sales: openSchema,
  marketing: openSchema,
  managers: roleSchema('nobody', 'no one has more than the other roles give'),
  operations: openSchema,
} satisfies Record<RoleName, z.ZodType>)
export type Roles = z.infer<typeof rolesSchema>
export type Role = Roles[RoleName]

/** Whom a role names: nobody, where it is a word. */
export const namedIn = (role: Role): Named => (typeof role === 'string' ? { groups: [], users: [] } : role)

/** The roles that every full member of the workspace has. */
export function openRoles(roles: Roles): RoleName[] {
  return (['sales', 'marketing', 'managers', 'operations'] as const).filter(
    (name) => roles[name] === 'anybody',
  )
}
