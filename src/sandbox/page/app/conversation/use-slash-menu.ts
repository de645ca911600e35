import { useState, type KeyboardEvent } from 'react'
import type { SlashCommand } from '../../../workspace/manifest.ts'

/** What was typed, the commands that begin with it, and the keys that choose one. */
export function useSlashMenu(commands: SlashCommand[]) {
  const [text, setText] = useState('')
  const [chosen, choose] = useState(0)
  const found = /^\/\S*$/.test(text) ? commands.filter(({ command }) => command.startsWith(text)) : []
  const write = (written: string) => {
    setText(written)
    choose(0)
  }
  const complete = (command: string) => write(`${command} `)
  const press = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    const picked = found[chosen]
    if (!picked) return
    if (step) choose((chosen + step + found.length) % found.length)
    else if (event.key === 'Tab' || (event.key === 'Enter' && text !== picked.command))
      complete(picked.command)
    else if (event.key === 'Escape') write('')
    else return
    event.preventDefault()
  }
  return { text, write, found, chosen, complete, press }
}
