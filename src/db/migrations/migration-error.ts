/** The database is not one that this version can work with; its sentence tells what to do. Nothing was changed. */
export class MigrationError extends Error {
  override name = 'MigrationError'
}
