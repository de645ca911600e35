/** The name of a migrated database on the test run's server, to be copied and never opened. */
export const migratedDatabase = 'baton_migrated'
