// Runs Prisma's CLI. Its start-up looks for the native schema engine and downloads it when it is absent;
// generate, validate and format never start that engine, so any existing file satisfies the look-up
// and the two README commands work behind a firewall.
import { spawnSync } from 'node:child_process'
import { createRequire } from 'node:module'

const cli = createRequire(import.meta.url).resolve('prisma/build/index.js')
const env = {
  PRISMA_SCHEMA_ENGINE_BINARY: process.execPath,
  PRISMA_HIDE_UPDATE_MESSAGE: '1',
  CHECKPOINT_DISABLE: '1',
  ...process.env,
}
const run = spawnSync(process.execPath, [cli, ...process.argv.slice(2)], { stdio: 'inherit', env })
process.exit(run.status ?? 1)
