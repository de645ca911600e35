import type { PersonaDocument } from '../../src/domain/glossary/persona.ts'
import { assumed, both } from './insight.ts'

export const itLead: PersonaDocument = {
  key: 'it-lead',
  name: both('IT lead', 'IT-Leitung'),
  oneLine: both(
    'Checks security, data protection and integrations, and can stop the project',
    'Prüft Sicherheit, Datenschutz und Schnittstellen, und kann das Projekt stoppen',
  ),
  aliases: ['CTO', 'CIO', 'Head of IT', 'IT Director', 'IT-Leiter', 'IT-Leiterin', 'Security'],
  status: 'active',
  negative: false,
  recognise: {
    include: [
      {
        field: 'title',
        word: [
          'CTO',
          'CIO',
          'CISO',
          'head of IT',
          'IT director',
          'director of IT',
          'IT manager',
          'IT lead',
          'chief technology',
          'chief information',
          'head of engineering',
          'VP engineering',
          'security',
          'IT Leiter',
          'IT Leiterin',
          'IT Leitung',
          'Leiter IT',
          'Leiterin IT',
          'Datenschutz',
        ],
        label: both('Title in IT, engineering or security', 'Titel in IT, Entwicklung oder Sicherheit'),
      },
      {
        field: 'department',
        word: ['IT', 'engineering', 'security', 'technology', 'Technik'],
        label: both('Works in IT', 'Arbeitet in der IT'),
      },
      {
        field: 'employees',
        atLeast: 200,
        label: both('200 employees or more', '200 Beschäftigte oder mehr'),
      },
    ],
    exclude: [
      {
        field: 'title',
        word: ['recruiter', 'sales', 'Vertrieb', 'student', 'intern'],
        label: both('Recruiter, sales or student', 'Recruiting, Vertrieb oder Studium'),
      },
    ],
  },
  buyingRole: 'technical',
  rings: {
    priorityInitiative: [
      assumed(
        'A tool that a department bought without asking',
        'Ein Werkzeug, das eine Abteilung ungefragt gekauft hat',
      ),
      assumed(
        'An audit that asks where personal data is',
        'Ein Audit, das fragt, wo personenbezogene Daten liegen',
      ),
    ],
    successFactors: [
      assumed('No extra account to manage', 'Kein weiteres Konto zu verwalten'),
      assumed('Deletion on request that can be proven', 'Löschung auf Anfrage, die sich belegen lässt'),
    ],
    perceivedBarriers: [
      assumed('Wide permissions in Slack and CRM', 'Weitreichende Rechte in Slack und CRM'),
      assumed('One more vendor to assess', 'Ein weiterer Anbieter, der zu prüfen ist'),
    ],
    buyersJourney: [
      assumed('Joins late, with a questionnaire', 'Kommt spät dazu, mit einem Fragebogen'),
      assumed('Reads the documentation before any call', 'Liest die Dokumentation vor jedem Gespräch'),
    ],
    decisionCriteria: [
      assumed('Least scopes, each with a reason', 'Geringste Rechte, jedes begründet'),
      assumed('Hosting and storage in the own region', 'Betrieb und Speicherung in der eigenen Region'),
    ],
  },
  use: {
    opener: both(
      'Which three questions must be answered before a tool may read your CRM?',
      'Welche drei Fragen müssen beantwortet sein, bevor ein Werkzeug Ihr CRM lesen darf?',
    ),
    questions: [
      both('Who signs off new Slack apps?', 'Wer gibt neue Slack-Apps frei?'),
      both('How are deletion requests handled today?', 'Wie laufen Löschanfragen heute ab?'),
      both('Which integration failed last, and why?', 'Welche Anbindung ist zuletzt gescheitert, und woran?'),
    ],
    objection: both(
      'We do not let apps read our channels.',
      'Wir lassen Apps nicht in unseren Kanälen lesen.',
    ),
    answer: both(
      'Send the list of scopes with the reason for each before the call.',
      'Die Liste der Rechte mit Begründung vor dem Gespräch schicken.',
    ),
    doNotSay: [both('"Your security team will not mind"', '„Da hat Ihre Security nichts dagegen“')],
  },
}
