import { execFile } from 'node:child_process'
import { globSync, readFileSync } from 'node:fs'
import { promisify } from 'node:util'
import { expect, it } from 'vitest'

/** Each file of the product that a control breaks, with the hook that does. */
const broken = globSync('test/chaos/hooks/*.ts').flatMap((hook) =>
  [...readFileSync(hook, 'utf8').matchAll(/^replaceSource\('([^']+)'/gm)].map(([, file = '']) => ({
    hook,
    file,
  })),
)

it('there are controls that break the product from inside', () => {
  expect(broken.length).toBeGreaterThan(4)
})

it.each(broken)('$hook finds in $file what it breaks', async ({ hook, file }) => {
  const script = `await import('./src/${file}')`
  const options = ['--import', `./${hook}`, '--input-type=module', '-e', script]
  await expect(promisify(execFile)(process.execPath, options)).resolves.toBeDefined()
})
