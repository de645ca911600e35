import crypto from 'node:crypto'
import { syncBuiltinESMExports } from 'node:module'

/** Every id that this process makes begins with its mark, its name as the sender of notices included. */
const randomUUID = crypto.randomUUID
crypto.randomUUID = (options) => `${process.env['CHAOS_MARK']}-${randomUUID(options)}`
syncBuiltinESMExports()
