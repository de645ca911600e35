import { registerHooks } from 'node:module'

/** Puts another module in the place of src/db/connection/lock.ts, for what is loaded after this. */
export function replaceLock(by: URL): void {
  registerHooks({
    resolve: (specifier, context, next) => {
      const found = next(specifier, context)
      return found.url.endsWith('/src/db/connection/lock.ts') ? { ...found, url: by.href } : found
    },
  })
}
