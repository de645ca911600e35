import { registerHooks } from 'node:module'

/** Lets a bot load a naive variant of one of its modules, so that a rig can show that it would see the difference. */
export function instead(ofModule: string, naive: string): void {
  const replacement = new URL(`../naive/${naive}`, import.meta.url).href
  registerHooks({
    resolve: (specifier, context, next) => {
      const found = next(specifier, context)
      const isMeant = found.url.endsWith(ofModule) && context.parentURL !== replacement
      return isMeant ? { ...found, url: replacement } : found
    },
  })
}

/** Where a hook of this folder is, for `--import`. */
export const hook = (name: string): string => new URL(name, import.meta.url).href
