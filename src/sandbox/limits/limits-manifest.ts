import { z } from 'zod'

const command = z.object({
  command: z.string().regex(/^\/\S{1,32}$/, 'a slash and at most 32 characters'),
  description: z.string().min(1).max(2000),
  usage_hint: z.string().max(1000).optional(),
})

const shortcut = z.object({ name: z.string().min(1).max(24), callback_id: z.string().max(255) })

/** The figures of Slack's manifest schema. */
const limitsSchema = z.object({
  display_information: z.object({
    name: z.string().min(1).max(35),
    description: z.string().max(140).optional(),
    long_description: z.string().min(175).max(4000).optional(),
  }),
  features: z
    .object({
      slash_commands: z.array(command).max(50).optional(),
      shortcuts: z.array(shortcut).max(10).optional(),
    })
    .optional(),
})

/** Everything in a manifest that Slack would refuse for its size, each with where it is. */
export function manifestViolations(manifest: unknown): string[] {
  const parsed = limitsSchema.safeParse(manifest)
  return parsed.success ? [] : parsed.error.issues.map((issue) => `${issue.path.join('/')}: ${issue.message}`)
}
