import type { Reader } from '../blocks/parts/reader.ts'
import type { Message } from '../blocks/parts/message.ts'

/** A notice as it shall look in Slack: one call, or the reason why there is none. */
export type Rendering =
  | Post
  | Upload
  | { do: 'update'; channel: string; ts: string; message: Message }
  /** There is nothing to show any more, or nothing that anybody misses. */
  | { do: 'nothing'; because: string }
  /** It belongs below something that Slack never took. */
  | { do: 'wait'; because: string }

export interface Post {
  do: 'post'
  channel: string
  threadTs: string | null
  message: Message
  reader: Reader
  /** What is shared where Slack does not know the kind of blocks in the message. */
  instead?: { name: string; draw: () => Promise<Upload> }
}

/** A file in a thread. */
export interface Upload {
  do: 'upload'
  channel: string
  threadTs: string
  file: SharedFile
}

export interface SharedFile {
  /** Told apart by its name from every other file of its thread. */
  name: string
  title: string
  bytes: Buffer
  /** What a picture shows, for whoever can't see it. */
  alt?: string
}

export const nothing = (because: string): Rendering => ({ do: 'nothing', because })
export const unposted = (because: string): Rendering => ({ do: 'wait', because })
