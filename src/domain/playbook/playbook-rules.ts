import type { PlaybookDocument } from './playbook.ts'
import type { Broken } from '../document/broken.ts'
import { clocksAreShort, clocksEnd, clocksInOrder, holidaysOfOurTime } from './rules/clocks.ts'
import { conditionsAreFew, conditionsCanHold } from './rules/conditions.ts'
import { digestTimeExists } from './rules/digest-time.ts'
import { evidenceCanBeGiven, reasonsCanBeChosen } from './rules/reasons.ts'
import { rulesCanBeToldApart, scoresCanBeShown } from './rules/scoring.ts'
import { textsCanBeSeen } from '../document/text-rules.ts'
import { blocksInOrder, somebodyWorks, zoneHasAName } from './rules/working-hours.ts'

type Rule = (document: PlaybookDocument, now: Date) => Broken[]

const rules: Rule[] = [
  (document) => textsCanBeSeen(document),
  ...[zoneHasAName, somebodyWorks, blocksInOrder],
  ...[clocksAreShort, clocksInOrder, holidaysOfOurTime, clocksEnd],
  ...[conditionsCanHold, conditionsAreFew, rulesCanBeToldApart, scoresCanBeShown],
  ...[reasonsCanBeChosen, evidenceCanBeGiven],
  digestTimeExists,
]

/**
 * Why a playbook can't work although each of its parts is of its kind. What is stored may break a rule that came later: it
 * stays in force, and is told by the doctor.
 */
export const brokenRules = (document: PlaybookDocument, now: Date): Broken[] =>
  rules.flatMap((rule) => rule(document, now))
