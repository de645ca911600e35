import { leadFields } from '../../lead/lead-details.ts'
import { languages, say, type Localized } from '../../text/language.ts'
import type { PlaybookDocument } from '../playbook.ts'
import type { Reason } from '../../handoff/reasons.ts'
import { nearest } from '../../text/spelling.ts'
import { oneLine } from '../../text/visible-text.ts'
import type { Broken } from '../../document/broken.ts'
import { longerThan } from '../../document/text-rules.ts'

/** Options of a select in Slack, and letters of one; letters of the question above a field. */
const [mostOptions, longestLabel, longestQuestion] = [100, 75, 2000]

type Numbered = Reason & { index: number }

const inUse = ({ reasons }: PlaybookDocument): Numbered[] =>
  reasons.map((reason, index) => ({ ...reason, index })).filter(({ retired }) => !retired)

/** Slack shows each reason in use, whole, and so that one can be told from the other. */
export function reasonsCanBeChosen(document: PlaybookDocument): Broken[] {
  const reasons = inUse(document)
  const tooMany = `${reasons.length} are in use, and Slack shows ${mostOptions}: retire some (retired: true)`
  return [
    ...(reasons.length > mostOptions ? [{ path: ['reasons'], remedy: tooMany }] : []),
    ...reasons.flatMap(({ index, label, evidence }) => [
      ...longerThan(longestLabel, label, ['reasons', index, 'label']),
      ...longerThan(longestQuestion, evidence.ask ?? '-', ['reasons', index, 'evidence', 'ask']),
    ]),
    ...languages.flatMap((language) =>
      twins(reasons, (label) => oneLine(say(label, language)).toLowerCase()),
    ),
  ]
}

function twins(reasons: Numbered[], shown: (label: Localized) => string): Broken[] {
  return [...Map.groupBy(reasons, ({ label }) => shown(label)).values()].flatMap(([first, ...others]) =>
    others.map(({ index }) => ({
      path: ['reasons', index, 'label'],
      remedy: `the label of ${first?.code ?? ''}, too: nobody could tell them apart`,
    })),
  )
}

/** What a reason asks for can be given. */
export function evidenceCanBeGiven(document: PlaybookDocument): Broken[] {
  return inUse(document).flatMap(({ index, evidence: { kind, required, suggests } }) => {
    const path = ['reasons', index, 'evidence']
    const found: Broken[] = []
    if (kind === 'none' && required)
      found.push({
        path: [...path, 'required'],
        remedy:
          'nothing can be given where kind is none, so nobody could choose it: write kind: text, or required: false',
      })
    if (suggests !== undefined && !leadFields.includes(suggests))
      found.push({ path: [...path, 'suggests'], remedy: noSuchField(suggests) })
    return found
  })
}

function noSuchField(name: string): string {
  const meant = nearest(name, leadFields)
  return `a lead has no field ${name}: ${meant === null ? `write one of ${leadFields.join(', ')}` : `did you mean ${meant}?`}`
}

/** Reasons are retired and never deleted: rejections name them, and the digest says them in words. */
export function reasonsGone({ reasons }: PlaybookDocument, before: PlaybookDocument): Broken[] {
  const codes = new Set(reasons.map(({ code }) => code))
  return before.reasons
    .filter(({ code }) => !codes.has(code))
    .map(({ code }) => ({
      path: ['reasons'],
      remedy: `${code} is gone, and rejections may name it: put it back, with retired: true if nobody shall choose it`,
    }))
}
