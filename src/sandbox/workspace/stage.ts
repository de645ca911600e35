import type { Scene } from '../payloads/scene.ts'
import type { Envelope } from '../transport/socket-mode.ts'

/** What somebody needs to act: who and where, a way to the bot, and a way to wait for what it does. */
export interface Stage {
  scene: Scene
  deliver(envelope: Envelope): Promise<Record<string, unknown> | undefined>
  changed(): void
  waitFor<T>(look: () => T | undefined, what: string): Promise<T>
}
