import { z } from 'zod'

/** What became of a lead that came in: the sender's answer. */
export const receivedSchema = z.object({
  became: z.enum(['handed-off', 'held', 'updated', 'unchanged', 'duplicate']),
  /** The lead in Baton; for a duplicate, the one whose card it was noted on. */
  leadId: z.string(),
  /** The sender's own id. */
  externalId: z.string().optional(),
})
export type Received = z.infer<typeof receivedSchema>
