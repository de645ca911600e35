import { defineConfig } from 'vitest/config'

const stories = 'test/story/**/*.test.ts'

/** The stories are told twice: with a bot that opens a socket, and with one that Slack calls by signed HTTP. */
export default defineConfig({
  test: {
    globalSetup: ['test/support/postgres.ts', 'test/support/pglite.ts'],
    // They end what hangs and are no promise: a machine may be busy with something else (test/support/patience.ts).
    testTimeout: 600_000,
    hookTimeout: 600_000,
    expect: { poll: { timeout: 120_000, interval: 20 } },
    maxWorkers: 2,
    // No module keeps what another file's tests could meet; importing Bolt and Prisma anew for each file took a fifth of the run.
    isolate: false,
    restoreMocks: true,
    projects: [
      { extends: true, test: { name: 'parts', include: ['test/**/*.test.ts'], exclude: [stories] } },
      {
        extends: true,
        test: { name: 'stories over a socket', include: [stories], env: { STORY_TRANSPORT: 'socket' } },
      },
      {
        extends: true,
        test: { name: 'stories over HTTP', include: [stories], env: { STORY_TRANSPORT: 'http' } },
      },
    ],
  },
})
