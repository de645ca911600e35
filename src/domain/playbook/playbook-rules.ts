import type { PlaybookDocument } from './playbook.ts'
import type { Broken, Rule } from './rules/broken.ts'
import { clocksEnd, clocksInOrder, holidaysOfOurTime } from './rules/clocks.ts'
import { conditionsAreFew, conditionsCanHold, scoresCanBeShown } from './rules/conditions.ts'
import { digestTimeExists } from './rules/digest-time.ts'
import { evidenceCanBeGiven, reasonsCanBeChosen } from './rules/reasons.ts'

const rules: Rule[] = [
  ...[clocksInOrder, holidaysOfOurTime, clocksEnd],
  ...[conditionsCanHold, conditionsAreFew, scoresCanBeShown],
  ...[reasonsCanBeChosen, evidenceCanBeGiven],
  digestTimeExists,
]

/**
 * Why a playbook can't work although each of its parts is of its kind. What is stored may break a rule that came later: it
 * stays in force, and is told by the doctor.
 */
export const brokenRules = (document: PlaybookDocument, now: Date): Broken[] =>
  rules.flatMap((rule) => rule(document, now))
