/** Somebody else wrote first; load again and decide again. */
export class ConflictError extends Error {
  override name = 'ConflictError'
}
