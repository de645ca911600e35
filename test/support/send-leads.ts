export const bearer = 'website-test-secret'

/** Posts leads to an intake as the source `website`. */
export async function sendLeads(url: string, body: unknown, headers: Record<string, string> = {}) {
  const response = await fetch(`${url}/v1/leads`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${bearer}`, ...headers },
    body: JSON.stringify(body),
  })
  const answer: unknown = await response.json()
  return { status: response.status, body: answer }
}
