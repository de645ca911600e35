/** Slack counts a sign as one and may send it as many: an emoji by its name, `&` as `&amp;`. */
const mostLettersOfASign = 4

/** Whether a text can't have come from a field that takes so many signs. */
export const isTooLong = (text: string | null, most: number): boolean =>
  text !== null && text.length > most * mostLettersOfASign
