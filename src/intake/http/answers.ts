import type { FastifyReply } from 'fastify'
import { z } from 'zod'
import type { Problem } from '../../flows/playbook/problems.ts'
import { receivedSchema } from '../../flows/intake/received.ts'

const problemSchema = z.object({
  path: z.string().describe('Such as `email` or `[3].email`; empty for the whole request.'),
  remedy: z.string(),
})

export const acceptedSchema = z
  .object({ leads: z.array(receivedSchema) })
  .describe('What became of each lead, in the order they were sent.')

export const errorSchema = z.object({
  error: z.string(),
  message: z.string(),
  problems: z.array(problemSchema).optional(),
  /** Found again in the log. */
  reference: z.string().optional(),
})

export interface Refusal {
  status: number
  error: string
  message: string
  problems?: Problem[]
  reference?: string
}

/** Every answer that is not a success looks the same: a code for machines, a sentence for people. */
export function refuseRequest(reply: FastifyReply, { status, problems, ...body }: Refusal): FastifyReply {
  const listed = problems?.map(({ path, remedy }) => ({ path, remedy }))
  return reply.code(status).send(listed ? { ...body, problems: listed } : body)
}
