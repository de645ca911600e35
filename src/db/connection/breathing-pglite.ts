import { setImmediate } from 'node:timers/promises'
import { PGlite, type PGliteOptions } from '@electric-sql/pglite'
import { OwnError } from '../../flows/errors/loggable.ts'
import { seeRoom } from './disk-room.ts'

type Message = Parameters<PGlite['execProtocolRaw']>
type Exchange = Parameters<PGlite['execProtocolStream']>

/** Looks whether there is room on the disk, to begin something or to go on. @throws Error when there is not */
type SeeRoom = (isBegun: boolean) => void

/** Nobody notices that the thread was busy for so long, in milliseconds. */
const breathAfterMs = 10

/**
 * The thread takes in one new connection in a turn, as libuv does: after a single turn, the last of a hundred people
 * who each come by a connection of their own would wait for a hundred queries. A turn in which nothing came takes
 * microseconds.
 */
const turnsPerBreath = 32

/**
 * PGlite works in the thread that also answers Slack, and begins each query in the moment in which the one before
 * has ended: a hundred clicks at once would all wait for their answer until no query is left. This one lets the thread
 * do what else there is to do in between.
 */
class BreathingPGlite extends PGlite {
  #breathedAt = 0
  /** What it ended of: whoever asks it anything after that would never get the thread back. */
  #end: unknown = null
  readonly #seeRoom: SeeRoom

  constructor(dataDir: string, options: PGliteOptions, see: SeeRoom) {
    super(dataDir, options)
    this.#seeRoom = see
  }

  override async execProtocolRaw(...[message, options]: Message): Promise<Uint8Array> {
    if (this.#end !== null) throw new EndedError(this.dataDir, this.#end)
    if (beginsQuery(message)) {
      if (!rollsBack(message)) this.#seeRoom(this.isInTransaction())
      await this.#breathe()
    }
    return super.execProtocolRaw(message, options)
  }

  override async execProtocolStream(...exchange: Exchange): ReturnType<PGlite['execProtocolStream']> {
    try {
      return await super.execProtocolStream(...exchange)
    } catch (error) {
      if (isEnd(error)) this.#end = error
      throw error
    }
  }

  /** What is on the disk is enough to go on from: without room, it is not asked to tidy up. */
  override async close(): Promise<void> {
    if (this.#end === null && this.#hasRoom()) await super.close()
  }

  #hasRoom(): boolean {
    try {
      this.#seeRoom(true)
      return true
    } catch {
      // Why was said to whoever asked for something before.
      return false
    }
  }

  async #breathe(): Promise<void> {
    if (performance.now() - this.#breathedAt < breathAfterMs) return
    for (let turn = 0; turn < turnsPerBreath; turn++) await setImmediate()
    this.#breathedAt = performance.now()
  }
}

/** @see https://www.postgresql.org/docs/current/protocol-message-formats.html: Parse, and Query */
const beginsQuery = ([kind]: Uint8Array): boolean => kind === 0x50 || kind === 0x51

/** `ROLLBACK`, as a query or as the text of a prepared one without a name: it makes room. */
const rollsBack = (message: Uint8Array): boolean =>
  /^.{5}\0?rollback/is.test(Buffer.from(message.subarray(0, 20)).toString('latin1'))

/** PostgreSQL's own server would be started again after this. */
const isEnd = (error: unknown): boolean =>
  error instanceof Error && 'severity' in error && ['PANIC', 'FATAL'].includes(String(error.severity))

class EndedError extends OwnError {
  override name = 'EndedError'

  constructor(folder = '', cause: unknown) {
    const code = cause instanceof Error && 'code' in cause ? ` (${String(cause.code)})` : ''
    super(
      `PGlite could not write to the data folder ${folder} and has ended${code}. Make room on its disk, and start Baton ` +
        'again: nothing that was acknowledged is lost.',
      { cause },
    )
  }
}

/** Opens a data folder, or `memory://`, which can begin as the content of a dump. */
export async function openBreathing(
  dataDir: string,
  options: Pick<PGliteOptions, 'loadDataDir'> = {},
  see: SeeRoom = dataDir.startsWith('memory://') ? () => undefined : (isBegun) => seeRoom(dataDir, isBegun),
): Promise<PGlite> {
  const pglite = new BreathingPGlite(dataDir, options, see)
  await pglite.waitReady
  return pglite
}
