import type { Control } from '../../control.ts'
import type { Act } from '../act.ts'
import type { Problem } from '../problem.ts'

/** Does something as a person; gives back what Slack would complain about. */
export function sendAct(userId: string, deed: Act): Promise<Problem | null> {
  return post(`/page/act?as=${userId}`, deed)
}

/** Pulls a lever of the workspace. */
export function sendControl(wish: Control): Promise<Problem | null> {
  return post('/control', wish)
}

async function post(address: string, body: object): Promise<Problem | null> {
  const headers = { 'content-type': 'application/json' }
  try {
    const response = await fetch(address, { method: 'POST', headers, body: JSON.stringify(body) })
    const { problem } = (await response.json()) as { problem?: Problem }
    return problem ?? null
  } catch (error) {
    return { code: 'other', detail: String(error) }
  }
}
