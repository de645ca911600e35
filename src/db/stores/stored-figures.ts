import { figuresSchema, type DigestFigures } from '../../domain/digest/figures.ts'
import type { Prisma } from '../generated/client.ts'
import { readColumn } from '../rows/read-column.ts'

/** Figures as this version reads them, from what any version stored. */
export const storedFigures = ({
  audience,
  week,
  figures,
}: Prisma.DigestRunGetPayload<object>): DigestFigures =>
  readColumn(figuresSchema, figures, { table: 'DigestRun', row: `${audience} ${week}` })
