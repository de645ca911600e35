import { inTwo, ok, problem, type Finding } from '../finding.ts'
import type { Patient } from '../patient.ts'

const usualTodo = 'Correct it in .env or the environment; .env.example says what it means.'

/** Is every setting there, and of its kind? */
export async function settings({ problems, hasEnvFile }: Patient): Promise<Finding[]> {
  const source = hasEnvFile ? '.env was read' : 'there is no .env here; read from the environment'
  if (problems.length === 0) return [ok('settings', `${source}; every setting is in order`)]
  return problems.map((sentence, index) => {
    const { says, todo } = inTwo(sentence, ': ') ?? { says: sentence, todo: usualTodo }
    const where = index === 0 && !hasEnvFile ? ' (there is no .env in this folder)' : ''
    return problem('settings', says + where, todo.endsWith('.') ? todo : `${todo}.`)
  })
}
