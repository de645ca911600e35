import { inTwo, ok, problem, warning, type Finding } from '../finding.ts'
import type { Patient } from '../patient.ts'

const usualTodo = 'Correct it in .env or the environment; .env.example says what it means.'

/** Is every setting there, and of its kind? */
export async function settings({ problems, hints, hasEnvFile }: Patient): Promise<Finding[]> {
  const source = hasEnvFile ? '.env was read' : 'there is no .env here; read from the environment'
  const odd = hints.map((sentence) => warning('settings', ...told(sentence)))
  if (problems.length === 0) return [ok('settings', `${source}; every setting is in order`), ...odd]
  const wrong = problems.map((sentence, index) => {
    const [says, todo] = told(sentence)
    const where = index === 0 && !hasEnvFile ? ' (there is no .env in this folder)' : ''
    return problem('settings', says + where, todo)
  })
  return [...wrong, ...odd]
}

function told(sentence: string): [says: string, todo: string] {
  const { says, todo } = inTwo(sentence, ': ') ?? { says: sentence, todo: usualTodo }
  return [says, /[.?]$/.test(todo) ? todo : `${todo}.`]
}
