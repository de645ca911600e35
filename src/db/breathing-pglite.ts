import { setImmediate } from 'node:timers/promises'
import { PGlite, type PGliteOptions } from '@electric-sql/pglite'

type Message = Parameters<PGlite['execProtocolRaw']>

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

  override async execProtocolRaw(...[message, options]: Message): Promise<Uint8Array> {
    if (beginsQuery(message)) await this.#breathe()
    return super.execProtocolRaw(message, options)
  }

  async #breathe(): Promise<void> {
    if (performance.now() - this.#breathedAt < breathAfterMs) return
    for (let turn = 0; turn < turnsPerBreath; turn++) await setImmediate()
    this.#breathedAt = performance.now()
  }
}

/** @see https://www.postgresql.org/docs/current/protocol-message-formats.html: Parse, and Query */
const beginsQuery = ([kind]: Uint8Array): boolean => kind === 0x50 || kind === 0x51

/** Opens a data folder, or `memory://`, which can begin as the content of a dump. */
export async function openBreathing(
  dataDir: string,
  options: Pick<PGliteOptions, 'loadDataDir'> = {},
): Promise<PGlite> {
  const pglite = new BreathingPGlite(dataDir, options)
  await pglite.waitReady
  return pglite
}
