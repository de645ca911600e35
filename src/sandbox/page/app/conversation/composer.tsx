import { useRef, type FormEvent } from 'react'
import { useDesk } from '../desk.ts'
import { SlashMenu } from './slash-menu.tsx'
import { useSlashMenu } from './use-slash-menu.ts'
import { useWords } from '../words.ts'

interface ComposerProps {
  label: string
  channel: string
  thread: string | null
}

/** Where a person writes a message, a reply, or a command. */
export function Composer({ label, channel, thread }: ComposerProps) {
  const { sight } = useDesk()
  const { say } = useWords()
  const input = useRef<HTMLInputElement>(null)
  const { text, write, found, chosen, complete, press } = useSlashMenu(thread === null ? sight.commands : [])
  const sendText = useSending({ channel, thread })
  const send = async (event: FormEvent) => {
    event.preventDefault()
    if (await sendText(text)) write('')
  }
  return (
    <form className="composer" onSubmit={(event) => void send(event)}>
      <SlashMenu
        commands={found}
        chosen={chosen}
        onPick={(command) => {
          complete(command)
          input.current?.focus()
        }}
      />
      <input
        ref={input}
        value={text}
        aria-label={label}
        placeholder={label}
        role="combobox"
        aria-expanded={found.length > 0}
        aria-controls="slash-menu"
        aria-activedescendant={found.length > 0 ? `slash-${chosen}` : undefined}
        autoComplete="off"
        onChange={(event) => write(event.target.value)}
        onKeyDown={press}
      />
      <button type="submit" className="button primary" disabled={text.trim() === ''}>
        {say('send')}
      </button>
    </form>
  )
}

/** Sends what was written, as a command when it is one; gives back whether the composer is done with it. */
function useSending({ channel, thread }: Omit<ComposerProps, 'label'>): (text: string) => Promise<boolean> {
  const { sight, act, complain } = useDesk()
  return async (text) => {
    const [, command, rest = ''] = /^(\/\S+)\s*(.*)$/s.exec(text) ?? []
    if (text.trim() === '') return false
    if (command === undefined) {
      return act({ do: 'say', text: text.trim(), channel, ...(thread !== null && { thread }) })
    }
    if (sight.commands.some((known) => known.command === command)) {
      void act({ do: 'command', command, text: rest.trim(), channel }, command)
      return true
    }
    complain('not-a-command', { command })
    return false
  }
}
