import { isEmpty } from '../limits/input-kinds.ts'
import type { Scene } from '../payloads/scene.ts'
import type { OpenView } from '../workspace/state.ts'

const sentences = {
  en: 'Please complete this required field.',
  de: 'Bitte fülle dieses Pflichtfeld aus.',
}

/** What Slack itself writes beside inputs that must not stay empty; the app hears nothing of it. */
export function missing({ blocks, values }: OpenView, scene: Scene): Record<string, string> {
  const sentence = sentences[languageOf(scene)]
  const empty = blocks.filter(({ type, block_id: id = '', optional, element }) => {
    const isRequired = type === 'input' && optional !== true
    return isRequired && isEmpty(values[id]?.[element?.action_id ?? ''])
  })
  return Object.fromEntries(empty.map(({ block_id: id = '' }) => [id, sentence]))
}

function languageOf({ state, userId }: Scene): keyof typeof sentences {
  const locale = state.users.find((user) => user.id === userId)?.locale ?? ''
  return locale.startsWith('de') ? 'de' : 'en'
}
