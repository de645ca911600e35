/** What came of one peer. */
export interface Report {
  peer: string
  passed: string[]
  failed: { what: string; why: string }[]
  /** What this peer can't show, and why. */
  cannot: { what: string; why: string }[]
}

export interface Checks {
  report: Report
  /** Runs one check; a failure is written down, and the others go on. */
  check(what: string, run: () => Promise<void>): Promise<void>
  cannot(what: string, why: string): void
}

export function openChecks(peer: string, tell: (line: string) => void): Checks {
  const report: Report = { peer, passed: [], failed: [], cannot: [] }
  return {
    report,
    check: async (what, run) => {
      try {
        await run()
        report.passed.push(what)
        tell(`  ok      ${what}`)
      } catch (error) {
        const why = error instanceof Error ? error.message : String(error)
        report.failed.push({ what, why })
        tell(`  FAILED  ${what}: ${why}`)
      }
    },
    cannot: (what, why) => {
      report.cannot.push({ what, why })
      tell(`  can't   ${what}: ${why}`)
    },
  }
}

/** @throws Error that says what was seen instead */
export function expectText(seen: string, ...wanted: string[]): void {
  const missing = wanted.filter((text) => !seen.includes(text))
  if (missing.length > 0) throw new Error(`expected ${missing.join(' and ')} in: ${seen.slice(0, 600)}`)
}
