import type { DefinitionDocument } from '../../src/domain/glossary/definition.ts'
import { both } from './insight.ts'

type Text = ReturnType<typeof both>

interface Entry {
  key: string
  term: Text
  aliases: string[]
  meaning: Text
  clauses?: Text[]
}

const define = ({ clauses = [], ...entry }: Entry): DefinitionDocument => ({
  ...entry,
  clauses,
  retired: false,
  signedOffBy: {},
})

/** The words marketing and sales use with each other. Signing them off is theirs to do. */
export const stageDefinitions: DefinitionDocument[] = [
  define({
    key: 'lead',
    term: both('Lead', 'Lead'),
    aliases: ['inquiry', 'Anfrage', 'Kontakt'],
    meaning: both(
      'A person, or somebody at a company, who showed interest and can be reached.',
      'Eine Person, oder jemand in einer Firma, mit gezeigtem Interesse und einem Weg zur Kontaktaufnahme.',
    ),
    clauses: [
      both('One of e-mail, phone or external id is known.', 'E-Mail, Telefon oder externe ID ist bekannt.'),
    ],
  }),
  define({
    key: 'mql',
    term: both('MQL', 'MQL'),
    aliases: ['Marketing Qualified Lead', 'qualified lead', 'qualifizierter Lead'],
    meaning: both(
      'A lead that marketing hands to sales: its sender says it is qualified, or its score reaches the threshold.',
      'Ein Lead, den Marketing an den Vertrieb übergibt: Er gilt bei seinem Absender als qualifiziert, oder sein Score erreicht die Schwelle.',
    ),
    clauses: [
      both('Fits a persona that is not negative.', 'Passt zu einer Persona, die keine negative ist.'),
      both(
        'The company is in the target: size, industry, region.',
        'Die Firma liegt im Ziel: Größe, Branche, Region.',
      ),
      both(
        'Did something on purpose in the last 30 days.',
        'Hat in den letzten 30 Tagen bewusst etwas getan.',
      ),
      both('Can be reached: the contact data is valid.', 'Ist erreichbar: Die Kontaktdaten stimmen.'),
    ],
  }),
  define({
    key: 'sal',
    term: both('SAL', 'SAL'),
    aliases: ['Sales Accepted Lead', 'accepted', 'accepted lead', 'angenommen', 'angenommener Lead'],
    meaning: both(
      'Sales agrees, before contact, that the lead meets the MQL definition, and will work it.',
      'Der Vertrieb bestätigt vor dem Kontakt, dass der Lead die MQL-Definition erfüllt, und bearbeitet ihn.',
    ),
    clauses: [
      both('First touch within the agreed working time.', 'Erster Kontakt in der vereinbarten Arbeitszeit.'),
    ],
  }),
  define({
    key: 'sql',
    term: both('SQL', 'SQL'),
    aliases: ['Sales Qualified Lead', 'opportunity', 'Verkaufschance'],
    meaning: both(
      'A conversation confirmed the need, and an account executive takes over.',
      'Ein Gespräch hat den Bedarf bestätigt, und ein Account Executive übernimmt.',
    ),
    clauses: [both('Need, person and time are known.', 'Bedarf, Person und Zeitpunkt sind bekannt.')],
  }),
  define({
    key: 'held',
    term: both('Held', 'Zurückgehalten'),
    aliases: ['hold', 'below threshold', 'unter der Schwelle'],
    meaning: both(
      'Known, but below the threshold: it stays with marketing until it rises.',
      'Bekannt, aber unter der Schwelle: bleibt beim Marketing, bis der Score steigt.',
    ),
  }),
  define({
    key: 'handoff',
    term: both('Handoff', 'Übergabe'),
    aliases: ['hand-off', 'hand off', 'handover'],
    meaning: both(
      'One round of one lead from marketing to sales; the unit every number counts.',
      'Eine Runde eines Leads vom Marketing zum Vertrieb; die Einheit jeder Zahl.',
    ),
    clauses: [both('Ends accepted, rejected or expired.', 'Endet angenommen, abgelehnt oder abgelaufen.')],
  }),
]

export const outcomeDefinitions: DefinitionDocument[] = [
  define({
    key: 'rejected',
    term: both('Rejected', 'Abgelehnt'),
    aliases: ['rejection', 'reject', 'Ablehnung'],
    meaning: both(
      'Sales decided before contact, with a reason, that the lead does not meet the definition.',
      'Der Vertrieb hat vor dem Kontakt begründet entschieden, dass der Lead die Definition nicht erfüllt.',
    ),
    clauses: [
      both('Never after contact: that is disqualified.', 'Nie nach dem Kontakt: Das heißt disqualifiziert.'),
    ],
  }),
  define({
    key: 'disqualified',
    term: both('Disqualified', 'Disqualifiziert'),
    aliases: ['disqualify', 'DQ'],
    meaning: both(
      'Decided after contact: there is no need, no budget, no authority, or nobody could be reached.',
      'Nach dem Kontakt entschieden: kein Bedarf, kein Budget, keine Befugnis, oder niemand war erreichbar.',
    ),
  }),
  define({
    key: 'recycled',
    term: both('Recycled', 'Zurück in Pflege'),
    aliases: ['recycle', 'nurture', 'nurturing', 'Nurture'],
    meaning: both(
      'Back with marketing, with a date or a trigger to wake it up.',
      'Zurück beim Marketing, mit einem Termin oder Auslöser für den nächsten Anlauf.',
    ),
    clauses: [
      both(
        'At most two returns, each with something new.',
        'Höchstens zwei Rückkehren, jede mit etwas Neuem.',
      ),
    ],
  }),
  define({
    key: 'expired',
    term: both('Expired', 'Abgelaufen'),
    aliases: ['expire', 'timed out', 'verfallen'],
    meaning: both(
      'The clock ran out and nobody decided. Never counted as rejected.',
      'Die Zeit lief ab und niemand hat entschieden. Zählt nie als abgelehnt.',
    ),
  }),
  define({
    key: 'duplicate',
    term: both('Duplicate', 'Dublette'),
    aliases: ['duplicates', 'Duplikat', 'doppelt'],
    meaning: both(
      'The same person again while a handoff is open. Not a matter of quality.',
      'Dieselbe Person noch einmal, während eine Übergabe offen ist. Keine Frage der Qualität.',
    ),
  }),
]

export const measureDefinitions: DefinitionDocument[] = [
  define({
    key: 'persona',
    term: both('Persona', 'Persona'),
    aliases: ['buyer persona', 'ICP', 'Zielperson'],
    meaning: both(
      'The shared picture of one kind of buyer: how to recognise, what matters, how to talk.',
      'Das gemeinsame Bild einer Käufergruppe: woran man sie erkennt, was ihr wichtig ist, wie man mit ihr spricht.',
    ),
  }),
  define({
    key: 'score',
    term: both('Score', 'Score'),
    aliases: ['scoring', 'points', 'Punkte', 'lead score'],
    meaning: both(
      'Points for fit and for activity, each with a name that stands on the card.',
      'Punkte für Passung und Aktivität, jeder mit einem Namen, der auf der Karte steht.',
    ),
  }),
  define({
    key: 'acceptance',
    term: both('Acceptance', 'Annahmequote'),
    aliases: ['acceptance rate', 'Annahme', 'SAL rate'],
    meaning: both(
      'Accepted / (accepted + rejected), of the handoffs made in that week.',
      'Angenommen / (angenommen + abgelehnt), von den Übergaben dieser Woche.',
    ),
  }),
  define({
    key: 'coverage',
    term: both('Response coverage', 'Antwortquote'),
    aliases: ['coverage', 'response rate', 'Abdeckung'],
    meaning: both(
      'Decided / (delivered − open and not yet due): how many were answered at all.',
      'Entschieden / (übergeben − offen und noch nicht fällig): wie viele überhaupt beantwortet wurden.',
    ),
  }),
]
