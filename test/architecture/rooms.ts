/**
 * What each room of src may know of everything outside it, in words with blanks between. What no list names, no room may
 * have: a folder without a room, a package, a part of Node and a global are refused until somebody writes them here.
 */
export interface Room {
  /** Folders and files of src, types included; those outside src begin with `../`. */
  imports: string
  /** Packages as they are imported; with `#name`, only what is named. */
  packages?: string
  /** The same for Node's own modules. */
  node?: string
  /**
   * What is there without an import. Four words stand for what no name tells: `clock` (now), `chance` (`Math.random`),
   * `local-time` (the machine's zone or language) and `import.meta` (where the code lies).
   */
  globals?: string
}

export const wordsOf = (list = ''): string[] => list.split(/\s+/).filter((word) => word !== '')

/** Each room by its path; the longest name that fits is a file's room. */
export const rooms: Record<string, Room> = {
  // The rules: what they say depends on what they are given alone. Each function of date-fns is taken from its own file
  // (the bot starts more than a second sooner), and none that asks the clock.
  domain: {
    imports: 'domain',
    packages: `
      zod fuse.js @date-fns/tz#TZDate @date-fns/tz#tzOffset date-fns/addDays date-fns/lightFormat
      date-fns/set date-fns/startOfDay`,
    node: 'node:crypto#createHash',
    globals: 'URL',
  },
  ports: {
    imports: 'domain ports',
  },
  flows: {
    imports: 'domain ports flows',
    packages: 'zod yaml csv-stringify/sync date-fns/subYears',
    globals: 'Buffer',
  },

  // Doors: each speaks to one part of the world.
  db: {
    imports: 'domain ports flows db',
    packages: 'zod pg @prisma/adapter-pg @electric-sql/pglite pglite-prisma-adapter',
    node: `
      node:crypto#createHash node:fs node:fs/promises node:net node:path node:sqlite
      node:timers/promises`,
    globals: 'Buffer NodeJS performance process import.meta',
  },
  'db/stores': {
    imports: 'domain ports flows db',
    globals: 'Function',
  },
  'db/rows': {
    imports: 'domain flows db',
    packages: 'zod',
  },
  'db/cohort': {
    imports: 'domain db',
  },
  'db/outbox': {
    imports: 'domain ports db',
  },
  intake: {
    imports: 'domain ports flows intake',
    packages: `
      zod pino csv-parse fastify fastify-type-provider-zod @fastify/rate-limit @fastify/swagger
      @fastify/swagger-ui`,
    node: `
      node:crypto#createHash node:crypto#createHmac node:crypto#timingSafeEqual node:fs node:fs/promises
      node:stream`,
    globals: 'clock performance setTimeout clearTimeout setImmediate Buffer TextDecoder',
  },
  jobs: {
    imports: 'ports flows jobs',
    packages: 'node-cron pino',
    globals: 'clock performance setTimeout clearTimeout NodeJS',
  },
  metrics: {
    imports: 'ports flows metrics ../package.json',
    packages: 'prom-client',
    globals: 'process',
  },
  slack: {
    imports: 'domain ports flows slack',
    packages: '@slack/bolt @slack/web-api @slack/types pino zod',
    node: 'node:http#Server node:timers/promises',
    globals: `
      clock performance setTimeout clearTimeout fetch URL Buffer Headers Response AbortController
      AbortSignal`,
  },
  // What a message says depends on what it is given alone.
  'slack/blocks': {
    imports: 'domain slack/blocks slack/ids.ts slack/text',
    packages: '@slack/types',
    globals: 'URLSearchParams',
  },
  'slack/text': {
    imports: 'domain slack/text',
    packages: 'i18next',
  },
  'slack/drawing': {
    imports: 'domain ports flows slack',
    packages: '@slack/web-api @resvg/resvg-js vega vega-lite zod',
    node: 'node:module#createRequire',
    globals: 'import.meta Buffer',
  },
  'slack/listeners': {
    imports: 'domain flows slack',
    packages: '@slack/bolt @slack/web-api zod',
    globals: 'URLSearchParams',
  },

  // What puts the parts together, and what an operator runs.
  settings: {
    imports: 'domain flows settings',
    packages: 'standardwebhooks zod',
    node: 'node:fs node:fs/promises node:util#parseEnv',
    globals: 'TextDecoder',
  },
  process: {
    imports: 'domain ports settings',
    packages: 'pino',
    node: 'node:timers/promises',
    globals: 'process NodeJS AbortController AbortSignal setTimeout setInterval clearInterval',
  },
  'process/take-readings.ts': {
    imports: 'flows db jobs slack',
    node: 'node:timers/promises',
  },
  doctor: {
    imports: 'domain flows settings db slack/inspect doctor ../prisma',
    packages: 'zod @date-fns/tz#TZDate date-fns/format',
    node: 'node:events#once node:net#createServer',
    globals: 'fetch setTimeout clearTimeout AbortSignal DOMException',
  },
  cli: {
    imports: 'domain ports flows settings db intake slack/blocks slack/text doctor cli ../prisma',
    packages: 'commander cli-progress date-fns/formatDistanceStrict',
    node: 'node:crypto#randomUUID node:fs/promises#writeFile node:os#userInfo node:timers/promises',
    globals: 'process NodeJS clock',
  },
  'baton.ts': {
    imports: 'ports flows settings db jobs intake metrics slack process ../prisma',
    packages: 'pino',
    globals: 'AbortSignal',
  },
  'main.ts': {
    imports: 'settings process baton.ts',
    packages: 'pino',
    node: 'node:crypto#randomUUID node:util#parseArgs',
    globals: 'process clock AbortController',
  },

  // A Slack to run against, which knows nothing of the bot, and the story on it.
  sandbox: {
    imports: 'sandbox',
    packages: 'rolldown ws yaml zod',
    node: `
      node:crypto node:events#once node:fs#readFileSync node:fs/promises#readFile node:http
      node:module#createRequire node:net#AddressInfo node:stream#Duplex node:timers/promises
      node:url#fileURLToPath node:util`,
    globals: `
      clock performance setTimeout clearTimeout setInterval clearInterval fetch process NodeJS Buffer
      URL URLSearchParams AbortSignal Response structuredClone import.meta`,
  },
  'sandbox/limits': {
    imports: 'sandbox',
    packages: 'zod',
  },
  'sandbox/page/app': {
    imports: 'sandbox',
    packages: 'i18next react react-dom/client react-dom/server slack-blocks-to-jsx',
    globals: `
      document window navigator location history localStorage matchMedia confirm fetch EventSource
      ResizeObserver URL URLSearchParams HTMLDialogElement HTMLDivElement HTMLInputElement`,
  },
  demo: {
    imports: 'domain ports flows baton.ts settings sandbox slack/ids.ts demo',
    packages: 'pino yaml zod',
    node: `
      node:crypto#randomUUID node:events#once node:fs/promises node:os#tmpdir node:path#join
      node:timers/promises node:util#styleText`,
    globals: 'clock performance process fetch URL import.meta',
  },
}
