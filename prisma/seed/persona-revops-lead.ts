import type { PersonaDocument } from '../../src/domain/glossary/persona.ts'
import { assumed, both } from './insight.ts'

export const revopsLead: PersonaDocument = {
  key: 'revops-lead',
  name: both('RevOps lead', 'RevOps-Leitung'),
  oneLine: both(
    'Owns the process and the data between marketing and sales, and is blamed for both',
    'Verantwortet Prozess und Daten zwischen Marketing und Vertrieb, und bekommt für beides die Kritik',
  ),
  aliases: ['RevOps', 'Revenue Operations', 'Sales Ops', 'Marketing Ops', 'MOPS', 'Vertriebssteuerung'],
  status: 'active',
  negative: false,
  recognise: {
    include: [
      {
        field: 'title',
        contains: [
          'revops',
          'revenue operations',
          'sales operations',
          'sales ops',
          'marketing operations',
          'marketing ops',
          'gtm operations',
          'crm manager',
          'vertriebssteuerung',
          'sales excellence',
        ],
        label: both(
          'Title in revenue, sales or marketing operations',
          'Titel in Revenue, Sales oder Marketing Ops',
        ),
      },
      {
        field: 'employees',
        atLeast: 100,
        label: both('100 employees or more', '100 Beschäftigte oder mehr'),
      },
      {
        field: 'industry',
        contains: ['software', 'saas', 'technolog', 'it service', 'it-dienst'],
        label: both('Software or technology', 'Software oder Technologie'),
      },
      {
        field: 'attributes.crm',
        present: true,
        label: both('Runs a CRM', 'Hat ein CRM im Einsatz'),
      },
    ],
    exclude: [
      {
        field: 'title',
        word: ['intern', 'student', 'Werkstudent', 'Werkstudentin', 'Praktikant', 'Praktikantin'],
        label: both('Intern or student', 'Praktikum oder Studium'),
      },
    ],
  },
  buyingRole: 'champion',
  rings: {
    priorityInitiative: [
      assumed(
        'A board meeting where marketing and sales showed different lead numbers',
        'Eine Vorstandsrunde, in der Marketing und Vertrieb verschiedene Lead-Zahlen zeigten',
      ),
      assumed('A new CRM, or the merger of two', 'Ein neues CRM, oder die Zusammenlegung von zweien'),
    ],
    successFactors: [
      assumed(
        'One number for accepted leads that nobody disputes',
        'Eine Zahl angenommener Leads, die keiner anzweifelt',
      ),
      assumed(
        'Every lead answered within the agreed time',
        'Jeder Lead in der vereinbarten Zeit beantwortet',
      ),
    ],
    perceivedBarriers: [
      assumed('Sales does not open one more tool', 'Der Vertrieb öffnet nicht noch ein Werkzeug'),
      assumed(
        'Routing rules that only one person understands',
        'Verteilregeln, die nur eine Person versteht',
      ),
    ],
    buyersJourney: [
      assumed(
        'Asks peers in operations communities, then tries it on one team',
        'Fragt in Ops-Communitys nach und probiert es dann mit einem Team aus',
      ),
      assumed('Brings in sales leadership for the budget', 'Holt die Vertriebsleitung für das Budget dazu'),
    ],
    decisionCriteria: [
      assumed('Works with the CRM in both directions', 'Arbeitet in beide Richtungen mit dem CRM'),
      assumed('Rules can be changed without a consultant', 'Regeln lassen sich ohne Beratung ändern'),
    ],
  },
  use: {
    opener: both(
      'Where do marketing and sales count differently at your company today?',
      'Wo zählen Marketing und Vertrieb bei Ihnen heute unterschiedlich?',
    ),
    questions: [
      both(
        'What happens to a lead that nobody picks up?',
        'Was passiert mit einem Lead, den niemand annimmt?',
      ),
      both(
        'How does marketing learn why a lead was rejected?',
        'Wie erfährt Marketing, warum ein Lead abgelehnt wurde?',
      ),
      both('Who has to agree before a rule changes?', 'Wer muss zustimmen, bevor sich eine Regel ändert?'),
    ],
    objection: both('Our CRM already does that.', 'Das macht unser CRM schon.'),
    answer: both(
      'The CRM stores the result; ask how many rejections carry a usable reason.',
      'Das CRM speichert das Ergebnis; wie viele Ablehnungen tragen einen brauchbaren Grund?',
    ),
    doNotSay: [both('"Sales ignores your leads"', '„Der Vertrieb ignoriert Ihre Leads“')],
  },
}
