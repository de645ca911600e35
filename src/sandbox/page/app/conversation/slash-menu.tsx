import type { SlashCommand } from '../../../workspace/manifest.ts'
import { useWords } from '../words.ts'

interface SlashMenuProps {
  commands: SlashCommand[]
  chosen: number
  onPick(command: string): void
}

/** The menu that opens above the composer. */
export function SlashMenu({ commands, chosen, onPick }: SlashMenuProps) {
  const { say } = useWords()
  if (commands.length === 0) return null
  return (
    <ul className="slash-menu" id="slash-menu" role="listbox" aria-label={say('commands')}>
      {commands.map(({ command, description, usage_hint: hint }, index) => (
        <li
          key={command}
          id={`slash-${index}`}
          role="option"
          aria-selected={index === chosen}
          // The composer keeps the focus.
          onMouseDown={(event) => {
            event.preventDefault()
            onPick(command)
          }}
        >
          <strong>{command}</strong> <code>{hint}</code>
          <small>{description}</small>
        </li>
      ))}
    </ul>
  )
}
