import { noAddressHere, type Config } from '../settings/config.ts'

/** Why Baton can't start, as a sentence that says what to do; errors of a socket name no setting by themselves. */
export function startProblem(error: unknown, { intake, slack }: Config): string {
  if (!(error instanceof Error)) return String(error)
  const { code, port, host } = socketOf(error)
  const setting = slack.signingSecret !== undefined && port === slack.port ? 'SLACK_PORT' : 'INTAKE_PORT'
  if (code === 'EADDRINUSE')
    return `${setting} ${port} is taken by another program, or by another Baton: stop it, or choose another port.`
  if (code === 'EACCES' && port !== null)
    return `${setting} ${port} is not for the user Baton runs as: choose a port above 1023.`
  if ((code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND') && host === intake.host) return noAddressHere(host)
  return error.message
}

/** What Node writes on errors of sockets: the address when it listens, the name when it looks that up. */
function socketOf(error: Error): { code: string | null; port: number | null; host: string | null } {
  const { code, port, address, hostname } = error as Error & Record<string, unknown>
  const host = address ?? hostname
  return {
    code: typeof code === 'string' ? code : null,
    port: typeof port === 'number' ? port : null,
    host: typeof host === 'string' ? host : null,
  }
}
