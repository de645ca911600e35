import { OwnError } from './loggable.ts'

/** What is stored, where it stands, and what is wrong with it, without any value. */
interface Unreadable {
  table: string
  /** Such as `version 3`, or `sales-leader version 2`. */
  row: string
  problems: { path: string; remedy: string }[]
}

const problemsSaid = 5

/** Something in the database is not what any version of Baton writes there. Nobody guesses what it may have meant. */
export class UnreadableError extends OwnError {
  override name = 'UnreadableError'
  readonly table: string
  readonly row: string
  readonly problems: Unreadable['problems']

  constructor({ table, row, problems }: Unreadable) {
    const said = problems
      .slice(0, problemsSaid)
      .map(({ path, remedy }) => `${path || 'the whole'}: ${remedy}`)
    super(
      `In the database, ${table} ${row} can’t be read: ${said.join('; ')}. ` +
        'Put that row right, or restore a backup from before it was changed.',
    )
    this.table = table
    this.row = row
    this.problems = problems
  }
}
