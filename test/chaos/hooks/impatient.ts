const politely = globalThis.fetch

/** An impatient sender for controls: it hears that it is too fast, and not for how long to wait. */
globalThis.fetch = async (input, init) => {
  const response = await politely(input, init)
  if (response.status !== 429) return response
  const headers = new Headers(response.headers)
  headers.set('retry-after', '0')
  return new Response(response.body, { status: 429, headers })
}
