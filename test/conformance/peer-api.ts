/** Calls a peer's Web API. @throws Error when it refuses */
export type PeerApi = (method: string, args: Record<string, string>) => Promise<Record<string, unknown>>

export function peerApi(apiUrl: string, token: string): PeerApi {
  return async (method, args) => {
    const response = await fetch(apiUrl + method, {
      method: 'POST',
      headers: { authorization: `Bearer ${token}` },
      body: new URLSearchParams(args),
    })
    const answer = (await response.json()) as Record<string, unknown>
    if (answer['ok'] !== true) throw new Error(`${method} answered ${JSON.stringify(answer).slice(0, 300)}`)
    return answer
  }
}
