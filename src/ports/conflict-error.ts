/** Somebody else wrote first; load again and decide again. */
export class ConflictError extends Error {
  override name = 'ConflictError'
}

/** A document was to follow a version that is not the newest one: it would undo what it does not know of. */
export class OutdatedError extends ConflictError {
  override name = 'OutdatedError'
}
