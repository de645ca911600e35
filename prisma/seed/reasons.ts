import type { Reason } from '../../src/domain/handoff/reasons.ts'

/** Why a lead is rejected before contact: few, and each one something marketing can act on. */
export const defaultReasons: Reason[] = [
  {
    code: 'duplicate',
    label: { en: 'Duplicate, customer or open deal', de: 'Dublette, Kunde oder offener Deal' },
    family: 'procedural',
    evidence: {
      kind: 'text',
      required: false,
      ask: { en: 'Link to the other record', de: 'Link zum anderen Datensatz' },
    },
    noteRequired: false,
    retired: false,
  },
  {
    code: 'wrong-route',
    label: { en: 'Wrong territory or team', de: 'Falsches Gebiet oder Team' },
    family: 'procedural',
    evidence: {
      kind: 'text',
      required: false,
      ask: { en: 'Which team is the right one?', de: 'Welches Team ist das richtige?' },
    },
    noteRequired: false,
    retired: false,
  },
  {
    code: 'spam',
    label: {
      en: 'Spam, vendor, job seeker, student or competitor',
      de: 'Spam, Anbieter, Jobsuche, Studium oder Mitbewerb',
    },
    family: 'clerical',
    evidence: { kind: 'text', required: false, ask: { en: 'Which of them?', de: 'Was davon?' } },
    noteRequired: false,
    retired: false,
  },
  {
    code: 'bad-data',
    label: { en: 'Wrong or missing data', de: 'Falsche oder fehlende Daten' },
    family: 'clerical',
    evidence: {
      kind: 'attribute',
      required: true,
      ask: { en: 'Which field is wrong or missing?', de: 'Welches Feld ist falsch oder fehlt?' },
      suggests: 'phone',
    },
    noteRequired: false,
    retired: false,
  },
  {
    code: 'company-fit',
    label: { en: 'Company outside the target', de: 'Firma außerhalb der Zielgruppe' },
    family: 'definitional',
    evidence: {
      kind: 'attribute',
      required: true,
      ask: { en: 'What about the company does not fit?', de: 'Was an der Firma passt nicht?' },
      suggests: 'employees',
    },
    noteRequired: false,
    retired: false,
  },
  {
    code: 'role-fit',
    label: { en: 'Wrong persona or seniority', de: 'Falsche Persona oder Ebene' },
    family: 'definitional',
    evidence: {
      kind: 'attribute',
      required: true,
      ask: { en: 'What is the actual role?', de: 'Was ist die tatsächliche Rolle?' },
      suggests: 'title',
    },
    noteRequired: false,
    retired: false,
  },
  {
    code: 'low-intent',
    label: { en: 'Too little activity', de: 'Zu wenig Aktivität' },
    family: 'definitional',
    evidence: { kind: 'none', required: false },
    noteRequired: false,
    retired: false,
  },
  {
    code: 'other',
    label: { en: 'Something else', de: 'Etwas anderes' },
    family: 'other',
    evidence: { kind: 'none', required: false },
    noteRequired: true,
    retired: false,
  },
]
