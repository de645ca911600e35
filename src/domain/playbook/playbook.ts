import { z } from 'zod'
import { conditionSchema } from '../qualify/condition.ts'
import { languages } from '../text/language.ts'
import { reasonSchema } from '../handoff/reasons.ts'
import { rolesSchema } from '../people/roles.ts'
import { scoringSchema } from '../qualify/score.ts'
import { workingHoursSchema, zoneSchema, timeOfDaySchema, weekdays } from '../calendar/working-hours.ts'

const channelSchema = z.string().regex(/^[CG][A-Z0-9]+$/, 'a channel id such as C0123ABC, not its name')
const minutes = z.number().int().positive()

/** The accept clock of one tier, in working minutes. */
const clockSchema = z.strictObject({ remindAfter: minutes, returnAfter: minutes, managerAfter: minutes })

/**
 * The agreement of both teams: everything that is a choice of theirs and not of the code. It says what stands where;
 * what makes no sense is refused by the rules of `playbook-rules.ts`, since a document that is stored must stay readable.
 */
export const playbookSchema = z.strictObject({
  language: z.enum(languages),
  zone: zoneSchema,
  channels: z.strictObject({ handoffs: channelSchema, marketing: channelSchema }),
  roles: rolesSchema,
  workingHours: workingHoursSchema,
  clocks: z.strictObject({ hot: clockSchema, standard: clockSchema, low: clockSchema, firstTouch: minutes }),
  /** A lead is hot, or low, when one of the tier's conditions matches; otherwise standard. */
  tiers: z.strictObject({ hot: z.array(conditionSchema), low: z.array(conditionSchema) }),
  scoring: scoringSchema,
  reasons: z
    .array(reasonSchema)
    .min(1)
    .refine((all) => new Set(all.map((r) => r.code)).size === all.length, {
      message: 'each reason code once',
    })
    .refine((all) => all.some((r) => !r.retired), { message: 'at least one reason in use' }),
  digest: z.strictObject({
    weekday: z.enum(weekdays),
    time: timeOfDaySchema,
    emptyWeek: z.enum(['silent', 'one-line']),
  }),
  privacy: z.strictObject({
    /** Whether names and contact data may stand in a channel shared with another organisation. */
    personalDataInSharedChannels: z.boolean(),
  }),
})
export type PlaybookDocument = z.infer<typeof playbookSchema>

/** A playbook in force, with the version that decisions are stamped with. */
export interface Playbook {
  version: number
  author: string
  since: Date
  document: PlaybookDocument
}
