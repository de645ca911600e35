const lookMs = 500

/**
 * `npm start` runs Baton in a shell, which keeps SIGTERM to itself and ends: Baton would go on alone, with the port and the
 * data folder. Where npm started it, Baton therefore stops when that shell is gone.
 */
export function stopWithNpm(env: Record<string, string | undefined>): void {
  if (env['npm_lifecycle_event'] !== 'start') return
  const shell = process.ppid
  const timer = setInterval(() => {
    if (process.ppid === shell) return
    clearInterval(timer)
    process.kill(process.pid, 'SIGTERM')
  }, lookMs)
  timer.unref()
}
