import type { Bilingual } from '../sandbox/sandbox.ts'

/** What a newcomer may try in the first minutes. */
export const steps: Bilingual[] = [
  {
    en: 'Reject a lead in #leads, with a note in your own words. Accept another.',
    de: 'Lehne in #leads einen Lead ab, mit einer Notiz in deinen Worten. Nimm einen anderen an.',
  },
  {
    en: 'Type /persona or /define MQL where you are.',
    de: 'Tippe /persona oder /define MQL, wo du gerade bist.',
  },
  {
    en: 'Skip to Monday 9:00: the digest in #marketing-feedback counts and quotes your rejection.',
    de: 'Weiter zu Montag 9:00: Der Digest in #marketing-feedback zählt und zitiert deine Ablehnung.',
  },
  {
    en: 'Act as somebody else, or let something fail under “Behind the scenes”.',
    de: 'Handle als jemand anderes, oder lass unter „Hinter den Kulissen“ etwas schiefgehen.',
  },
]
