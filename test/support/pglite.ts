import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { PGlite } from '@electric-sql/pglite'
import type { TestProject } from 'vitest/node'
import { assemblePglite } from '../../src/db/open.ts'

declare module 'vitest' {
  export interface ProvidedContext {
    /** A file with a PGlite that was dumped after its migrations. */
    pgliteTemplate: string
    /** A data folder with the same PGlite, to be copied and never opened. */
    dataTemplate: string
  }
}

/** Making a PGlite takes seconds, starting a copy of one a fraction: it is made once for the whole run. */
export default async function preparePglite(project: TestProject): Promise<() => Promise<void>> {
  const folder = await mkdtemp(join(tmpdir(), 'baton-pglite-'))
  const [file, dataDir] = [join(folder, 'migrated.tar'), join(folder, 'data')]
  await mkdir(dataDir)
  const pglite = await PGlite.create(join(dataDir, 'pglite'))
  const database = await assemblePglite(pglite, () => new Date())
  await writeFile(file, Buffer.from(await (await pglite.dumpDataDir('none')).arrayBuffer()))
  await database.close()
  project.provide('pgliteTemplate', file)
  project.provide('dataTemplate', dataDir)
  return () => rm(folder, { recursive: true, force: true })
}
