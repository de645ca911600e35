import { isNobody } from './ask-baton.ts'

const timeoutMs = 4_000

/** Who listens where Slack's requests or leads come in; Baton turns away whoever does not prove who they are. */
export async function askDoor(url: string): Promise<'free' | 'ours' | 'other'> {
  try {
    const response = await fetch(url, {
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
