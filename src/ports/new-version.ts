/** Who stands behind a version of a document, which version they had before them (0: there was none), and when. */
export interface NewVersion {
  author: string
  basedOn: number
  at: Date
}
