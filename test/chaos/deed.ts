import { NotDelivered } from '../../src/sandbox/transport/not-delivered.ts'

export type Kind = 'accept' | 'praise' | 'reject' | 'command'

/** What somebody did in Slack, and what they saw of it. */
export interface Deed {
  kind: Kind
  /** The name of the lead, or what was looked up. */
  about: string
  userId: string
  /** Clicks that Slack showed an error for. */
  errors: number
  acked: number
  /** Whether an acknowledged click was followed by something they could see. */
  seen: boolean
  /** Whether Baton said that something went wrong. */
  sorry: boolean
  /** What went wrong in a way that Slack shows nobody. */
  strange: string | null
}

export const newDeed = (kind: Kind, about: string, userId: string): Deed => ({
  ...{ kind, about, userId, errors: 0, acked: 0, seen: false, sorry: false, strange: null },
})

/** Something a person does; false when it turned out that they must do it again, as a form that asks for more says. */
export type Act = () => Promise<boolean | void>

/** One click: acknowledged, or an error that the person sees. */
export async function tryOnce(deed: Deed, act: Act): Promise<boolean> {
  try {
    if ((await act()) === false) return false
    deed.acked += 1
    return true
  } catch (error) {
    if (!(error instanceof NotDelivered)) throw error
    deed.errors += 1
    return false
  }
}
