import { kindsWith, type Trait } from '../../domain/notice/kinds.ts'
import { Prisma } from '../generated/client.ts'

/** The kinds with a trait, to stand behind `kind =`. */
export const oneWith = (trait: Trait): Prisma.Sql => Prisma.sql`ANY(${kindsWith(trait)}::text[])`
