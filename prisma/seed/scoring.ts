import type { Scoring } from '../../src/domain/qualify/score.ts'

/** Requests that mean "I want to talk to somebody now". */
export const demoRequests = ['demo', 'vorführung', 'trial']
export const pricingRequests = ['pricing', 'price', 'quote', 'preis', 'angebot']
/** Requests of somebody who is still reading. */
export const readingRequests = ['download', 'whitepaper', 'e-book', 'ebook', 'newsletter', 'webinar', 'event']

/** Fit and engagement of a company that sells software to other companies. */
export const defaultScoring: Scoring = {
  threshold: 50,
  rules: [
    {
      id: 'asked-for-a-demo',
      name: { en: 'Asked for a demo', de: 'Demo angefragt' },
      points: 40,
      when: [{ field: 'request', contains: demoRequests }],
    },
    {
      id: 'asked-for-prices',
      name: { en: 'Asked for prices', de: 'Preise angefragt' },
      points: 40,
      when: [{ field: 'request', contains: pricingRequests }],
    },
    {
      id: 'read-the-pricing-page',
      name: { en: 'Read the pricing page', de: 'Preisseite gelesen' },
      points: 20,
      when: [{ field: 'attributes.pricing_page_visits', atLeast: 1 }],
    },
    {
      id: 'five-or-more-visits',
      name: { en: 'Five or more visits', de: 'Fünf oder mehr Besuche' },
      points: 10,
      when: [{ field: 'attributes.visits', atLeast: 5 }],
    },
    {
      id: 'read-our-material',
      name: { en: 'Read our material', de: 'Unterlagen gelesen' },
      points: 10,
      when: [{ field: 'request', contains: readingRequests }],
    },
    {
      id: 'vp-or-c-level-title',
      name: { en: 'VP or C-level title', de: 'Titel auf VP- oder C-Level' },
      points: 15,
      when: [
        {
          field: 'title',
          word: [
            'VP',
            'SVP',
            'EVP',
            'vice president',
            'chief',
            'CEO',
            'CFO',
            'CMO',
            'COO',
            'CRO',
            'CTO',
            'CIO',
            'founder',
            'managing director',
            'Geschäftsführer',
            'Geschäftsführerin',
            'Vorstand',
          ],
        },
      ],
    },
    {
      id: 'head-or-director',
      name: { en: 'Head or director', de: 'Leitungsfunktion' },
      points: 10,
      when: [{ field: 'title', contains: ['head of', 'director of', 'sales director', 'leiter', 'leitung'] }],
    },
    {
      id: 'works-with-revenue',
      name: { en: 'Works with revenue', de: 'Arbeitet am Umsatz' },
      points: 10,
      when: [
        {
          field: 'title',
          contains: ['sales', 'revenue', 'revops', 'marketing', 'growth', 'vertrieb', 'umsatz'],
        },
      ],
    },
    {
      id: 'rule-200-to-2-000-employees',
      name: { en: '200 to 2,000 employees', de: '200 bis 2.000 Beschäftigte' },
      points: 20,
      when: [
        { field: 'employees', atLeast: 200 },
        { field: 'employees', atMost: 2000 },
      ],
    },
    {
      id: 'rule-50-to-199-employees',
      name: { en: '50 to 199 employees', de: '50 bis 199 Beschäftigte' },
      points: 10,
      when: [
        { field: 'employees', atLeast: 50 },
        { field: 'employees', atMost: 199 },
      ],
    },
    {
      id: 'fewer-than-50-employees',
      name: { en: 'Fewer than 50 employees', de: 'Weniger als 50 Beschäftigte' },
      points: -15,
      when: [{ field: 'employees', atMost: 49 }],
    },
    {
      id: 'target-industry',
      name: { en: 'Target industry', de: 'Zielbranche' },
      points: 10,
      when: [
        {
          field: 'industry',
          contains: ['software', 'saas', 'technolog', 'manufactur', 'industrie', 'logisti'],
        },
      ],
    },
    {
      id: 'private-e-mail-address',
      name: { en: 'Private e-mail address', de: 'Private E-Mail-Adresse' },
      points: -10,
      when: [
        {
          field: 'email',
          contains: [
            '@gmail.',
            '@googlemail.',
            '@hotmail.',
            '@outlook.',
            '@yahoo.',
            '@gmx.',
            '@web.de',
            '@icloud.',
          ],
        },
      ],
    },
    {
      id: 'student-intern-or-job-seeker',
      name: { en: 'Student, intern or job seeker', de: 'Studium, Praktikum oder Jobsuche' },
      points: -40,
      when: [
        {
          field: 'title',
          word: [
            'student',
            'intern',
            'trainee',
            'job seeker',
            'looking for work',
            'Studentin',
            'Werkstudent',
            'Werkstudentin',
            'Praktikant',
            'Praktikantin',
            'arbeitsuchend',
          ],
        },
      ],
    },
    {
      // An example to replace: the names of the companies that sell what we sell.
      id: 'works-for-a-competitor',
      name: { en: 'Works for a competitor', de: 'Arbeitet beim Mitbewerb' },
      points: -100,
      when: [{ field: 'company', word: ['Rivalsoft', 'Example Rival'] }],
    },
  ],
}
