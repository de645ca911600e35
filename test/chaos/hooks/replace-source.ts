import { registerHooks } from 'node:module'

/**
 * Breaks the product from inside: this process loads one of its files with some of its text replaced. A control is made this
 * way, so that no switch for it is in the product.
 * @throws Error when the file does not hold that text any more: then the control has to be written anew
 */
export function replaceSource(file: string, replacements: [from: string, to: string][]): void {
  registerHooks({
    load: (url, context, nextLoad) => {
      const loaded = nextLoad(url, context)
      if (!url.endsWith(`/src/${file}`)) return loaded
      const source = Buffer.from(loaded.source as string | Buffer).toString()
      return { ...loaded, source: replaced(file, source, replacements) }
    },
  })
}

function replaced(file: string, source: string, replacements: [string, string][]): string {
  return replacements.reduce((text, [from, to]) => {
    if (!text.includes(from)) throw new Error(`src/${file} holds no "${from}" to break`)
    return text.replace(from, () => to)
  }, source)
}
