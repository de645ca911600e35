/** A text in both languages of the page. */
export interface Bilingual {
  en: string
  de: string
}

/** Something that whoever runs the sandbox lets a person do there, such as moving the clock. */
export interface Offer {
  id: string
  label: Bilingual
  run(): Promise<void>
}

/** What whoever runs the sandbox adds to its page. */
export interface Host {
  /** A few steps that a newcomer may take. */
  steps?: Bilingual[]
  offers?: Offer[]
  /** Called after the workspace was emptied, to fill it again. */
  onReset?: () => Promise<void>
  /** While it says true the page shows what happens, and nobody can act on it. */
  isPreparing?: () => boolean
}

/** The host's additions as the page tells of them. */
export interface Told {
  steps: Bilingual[]
  offers: { id: string; label: Bilingual }[]
  isPreparing: boolean
}

export function toldBy({ steps = [], offers = [], isPreparing = () => false }: Host): Told {
  return { steps, offers: offers.map(({ id, label }) => ({ id, label })), isPreparing: isPreparing() }
}
