/** Slack's clock, to the second, and the moments on ours between which it answered. */
export interface SlackTime {
  slack: Date
  asked: Date
  answered: Date
}

const timeoutMs = 4_000

/** Every answer of Slack carries its time; this question needs no token. */
export async function readSlackTime(apiUrl: string, now: () => Date): Promise<SlackTime> {
  const asked = now()
  const response = await fetch(new URL('api.test', apiUrl), {
    method: 'POST',
    signal: AbortSignal.timeout(timeoutMs),
  })
  const answered = now()
  await response.body?.cancel()
  const slack = new Date(response.headers.get('date') ?? NaN)
  if (Number.isNaN(slack.getTime())) throw new Error('its answer has no Date')
  return { slack, asked, answered }
}
