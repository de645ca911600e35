import { styleText } from 'node:util'
import type { Sandbox, SandboxMessage } from '../../sandbox/sandbox.ts'
import { names } from '../cast.ts'
import { drawBlocks } from './draw-blocks.ts'
import { drawText, wrap } from './draw-text.ts'

const clock = new Intl.DateTimeFormat('en-GB', {
  weekday: 'short',
  hour: '2-digit',
  minute: '2-digit',
  timeZone: 'Europe/Berlin',
})

/** A heading between two parts of the story. */
export function drawHeading(text: string): string[] {
  return [styleText('bold', `── ${text} ${'─'.repeat(Math.max(4, 96 - text.length))}`), '']
}

/** A channel as it stands: every message, and its thread indented below. */
export function drawChannel(sandbox: Sandbox, channel: string): string[] {
  return sandbox
    .messages(channel)
    .flatMap((message) =>
      isReply(message) ? [] : [...drawMessage(message), ...drawReplies(sandbox, channel, message), ''],
    )
}

/** What only one person sees. */
export function drawPrivately(userId: string, messages: SandboxMessage[]): string[] {
  const seen = styleText('dim', `only ${names.get(userId) ?? userId} sees`)
  return messages.flatMap((message) => [seen, ...bodyOf(message).map((line) => `┊ ${line}`), ''])
}

function drawReplies(sandbox: Sandbox, channel: string, { ts }: SandboxMessage): string[] {
  return sandbox
    .thread(channel, ts)
    .filter((message) => message.ts !== ts)
    .flatMap((reply) => bodyOf(reply).map((line, index) => `${index === 0 ? '   ↳ ' : '     '}${line}`))
}

function drawMessage(message: SandboxMessage): string[] {
  const at = clock.format(new Date(Number(message.ts) * 1000))
  return [styleText('dim', `Baton  ${at}`), ...bodyOf(message).map((line) => `│ ${line}`)]
}

function bodyOf({ text, blocks }: SandboxMessage): string[] {
  if (Array.isArray(blocks) && blocks.length > 0) return drawBlocks(blocks, names)
  return wrap(text, 96).map((line) => drawText(line, names))
}

const isReply = ({ ts, thread_ts: thread }: SandboxMessage): boolean => thread !== undefined && thread !== ts
