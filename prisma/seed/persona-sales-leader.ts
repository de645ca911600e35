import type { PersonaDocument } from '../../src/domain/glossary/persona.ts'
import { assumed, both } from './insight.ts'

export const salesLeader: PersonaDocument = {
  key: 'sales-leader',
  name: both('Sales leader', 'Vertriebsleitung'),
  oneLine: both(
    'Answers for the number and signs for what helps the team to reach it',
    'Steht für die Zahl gerade und unterschreibt, was dem Team hilft, sie zu erreichen',
  ),
  aliases: [
    'VP Sales',
    'VP of Sales',
    'Head of Sales',
    'CRO',
    'Sales Director',
    'Vertriebsleiter',
    'Vertriebsleiterin',
  ],
  status: 'active',
  negative: false,
  recognise: {
    include: [
      {
        field: 'title',
        contains: [
          'vp sales',
          'vp of sales',
          'vice president sales',
          'vice president of sales',
          'head of sales',
          'sales director',
          'director of sales',
          'director sales',
          'chief revenue',
          'chief sales',
          'chief commercial',
          'vertriebsleit',
          'leiter vertrieb',
          'leiterin vertrieb',
          'leitung vertrieb',
          'vertriebsdirektor',
        ],
        label: both('Leads a sales team', 'Leitet ein Vertriebsteam'),
      },
      {
        field: 'employees',
        atLeast: 50,
        label: both('50 employees or more', '50 Beschäftigte oder mehr'),
      },
      {
        field: 'request',
        contains: ['demo', 'pricing', 'quote', 'angebot', 'preis'],
        label: both('Asked for a demo or prices', 'Hat Demo oder Preise angefragt'),
      },
    ],
    exclude: [
      {
        field: 'title',
        word: ['assistant', 'intern', 'student', 'Assistenz', 'Praktikant', 'Praktikantin'],
        label: both('Assistant, intern or student', 'Assistenz, Praktikum oder Studium'),
      },
    ],
  },
  buyingRole: 'economic',
  rings: {
    priorityInitiative: [
      assumed('Two quarters below plan, or a new target', 'Zwei Quartale unter Plan, oder ein neues Ziel'),
      assumed('A team that grew faster than its process', 'Ein Team, das schneller wuchs als sein Prozess'),
    ],
    successFactors: [
      assumed(
        'More first meetings from the same number of leads',
        'Mehr Erstgespräche aus gleich vielen Leads',
      ),
      assumed('Sees at a glance what nobody works on', 'Sieht auf einen Blick, woran niemand arbeitet'),
    ],
    perceivedBarriers: [
      assumed('Time taken from selling', 'Zeit, die zum Verkaufen fehlt'),
      assumed(
        'Fear that the figures are used to rank people',
        'Sorge, dass mit den Zahlen Personen verglichen werden',
      ),
    ],
    buyersJourney: [
      assumed(
        'Hears of it from operations, sees one demo, decides',
        'Hört davon aus Ops, sieht eine Demo, entscheidet',
      ),
      assumed('Wants a reference of the same size', 'Möchte eine Referenz gleicher Größe'),
    ],
    decisionCriteria: [
      assumed('In use within two weeks', 'In zwei Wochen im Einsatz'),
      assumed('A price per team that can be planned', 'Ein planbarer Preis pro Team'),
    ],
  },
  use: {
    opener: both(
      'How long does a demo request wait at your company before somebody calls?',
      'Wie lange wartet eine Demo-Anfrage bei Ihnen, bis jemand anruft?',
    ),
    questions: [
      both(
        'Which leads does your team refuse, and who hears of it?',
        'Welche Leads lehnt Ihr Team ab, und wer erfährt es?',
      ),
      both(
        'What would have to be true for your team to trust them?',
        'Was müsste gelten, damit Ihr Team ihnen vertraut?',
      ),
      both(
        'What is decided next quarter if nothing changes?',
        'Was passiert im nächsten Quartal, wenn sich nichts ändert?',
      ),
    ],
    objection: both('My people will not use it.', 'Meine Leute werden es nicht nutzen.'),
    answer: both(
      'It is one click in Slack, where they already are. Try it with one team for two weeks.',
      'Es ist ein Klick in Slack, wo sie ohnehin sind. Zwei Wochen mit einem Team zeigen es.',
    ),
    doNotSay: [both('"Control over your reps"', '„Kontrolle über Ihre Leute“')],
  },
}
