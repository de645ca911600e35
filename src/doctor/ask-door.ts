import { isNobody } from './ask-baton.ts'

const timeoutMs = 4_000

/** Who listens where Slack's signed requests come in; Baton turns away what is not signed. */
export async function askDoor(port: number): Promise<'free' | 'ours' | 'other'> {
  try {
    const response = await fetch(`http://127.0.0.1:${port}/slack/events`, {
      method: 'POST',
      body: '{}',
      signal: AbortSignal.timeout(timeoutMs),
    })
    await response.body?.cancel()
    return response.status === 401 ? 'ours' : 'other'
  } catch (error) {
    return isNobody(error) ? 'free' : 'other'
  }
}
