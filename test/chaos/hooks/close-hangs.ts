import { Pool } from 'pg'

// A database that can't be closed: a stop must not wait for it for ever.
Pool.prototype.end = () => new Promise<void>(() => undefined)
