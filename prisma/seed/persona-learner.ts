import type { PersonaDocument } from '../../src/domain/glossary/persona.ts'
import { assumed, both } from './insight.ts'

/** Whom not to reach: kind people who read everything and buy nothing. */
export const learner: PersonaDocument = {
  key: 'learner',
  name: both('Learner', 'Lernende'),
  oneLine: both(
    'Studies or looks for work: downloads a lot, has no need and no budget',
    'Studiert oder sucht Arbeit: lädt viel herunter, hat weder Bedarf noch Budget',
  ),
  aliases: ['Student', 'Job seeker', 'Werkstudent', 'Praktikant', 'Bewerber'],
  status: 'active',
  negative: true,
  recognise: {
    include: [
      {
        field: 'title',
        word: [
          'student',
          'intern',
          'trainee',
          'job seeker',
          'freelancer',
          'looking for work',
          'open to work',
          'Studentin',
          'Werkstudent',
          'Werkstudentin',
          'Praktikant',
          'Praktikantin',
          'arbeitsuchend',
        ],
        label: both('Studies, learns or looks for work', 'Studiert, lernt oder sucht Arbeit'),
      },
      {
        field: 'company',
        contains: ['university', 'universität', 'hochschule', 'college', 'school of'],
        label: both('At a university or school', 'An Hochschule oder Schule'),
      },
      {
        field: 'request',
        contains: ['download', 'whitepaper', 'e-book', 'ebook', 'career', 'karriere', 'job'],
        label: both('Asked for reading matter or a job', 'Hat Lesestoff oder eine Stelle gesucht'),
      },
    ],
    exclude: [
      {
        field: 'title',
        contains: ['head', 'director', 'chief', 'vice president', 'leiter', 'leitung', 'manager'],
        label: both('Leads or manages', 'Leitet oder verantwortet'),
      },
    ],
  },
  buyingRole: 'blocker',
  rings: {
    priorityInitiative: [
      assumed('A thesis, a course or an application', 'Eine Arbeit, ein Kurs oder eine Bewerbung'),
    ],
    successFactors: [assumed('Found a source to cite', 'Eine zitierbare Quelle gefunden')],
    perceivedBarriers: [assumed('Forms before the download', 'Formulare vor dem Download')],
    buyersJourney: [assumed('Ends at the download', 'Endet beim Download')],
    decisionCriteria: [assumed('Free of charge', 'Kostenlos')],
  },
  use: {
    opener: both('Point to the free material, kindly.', 'Freundlich auf die freien Unterlagen hinweisen.'),
    questions: [both('Is this for a project at work?', 'Ist das für ein Projekt im Beruf?')],
    doNotSay: [both('"You are not important to us"', '„Sie sind für uns nicht wichtig“')],
  },
}
