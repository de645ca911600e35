import { registerHooks } from 'node:module'

/** A naive sender for controls: whatever was in doubt is sent again without looking for it. */
registerHooks({
  resolve: (specifier, context, next) => {
    const found = next(specifier, context)
    if (!found.url.endsWith('/src/slack/delivery/find-doubtful.ts')) return found
    return { ...found, url: new URL('./never-looks.ts', import.meta.url).href }
  },
})
