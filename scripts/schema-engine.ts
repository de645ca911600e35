import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import {
  bindMigrationAwareSqlAdapterFactory,
  type SqlMigrationAwareDriverAdapterFactory,
} from '@prisma/driver-adapter-utils'
import * as engine from '@prisma/schema-engine-wasm/schema_engine_bg'

/** The part of the WebAssembly API used here; Node has it, its type package does not declare it. */
declare const WebAssembly: {
  instantiate(
    bytes: Uint8Array,
    imports: Record<string, unknown>,
  ): Promise<{ instance: { exports: Record<string, unknown> } }>
}

let ready: Promise<void> | undefined

/** Prisma's own migration engine, as WebAssembly over a driver adapter: nothing to download, the same on every database. */
export async function openSchemaEngine(
  factory: SqlMigrationAwareDriverAdapterFactory,
  datamodel: string,
): Promise<engine.SchemaEngine> {
  ready ??= instantiate()
  await ready
  const quiet = () => undefined
  const datamodels: [string, string][] = [['schema.prisma', datamodel]]
  return engine.SchemaEngine.new({ datamodels }, quiet, bindMigrationAwareSqlAdapterFactory(factory))
}

async function instantiate(): Promise<void> {
  const entry = createRequire(import.meta.url).resolve('@prisma/schema-engine-wasm/schema_engine_bg')
  const bytes = await readFile(entry.replace(/\.js$/, '.wasm'))
  const { instance } = await WebAssembly.instantiate(bytes, { './schema_engine_bg.js': { ...engine } })
  engine.__wbg_set_wasm(instance.exports)
  const start = instance.exports['__wbindgen_start']
  if (typeof start !== 'function') throw new Error('the schema engine has no start function')
  start()
}
