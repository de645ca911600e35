/** Where the doctor, on the same machine, finds what listens for leads. */
export function intakeUrl({ host, port }: { host: string; port: number }): string {
  return `http://${reachable(host)}:${port}`
}

/** Every address of this machine is listened on, and this one reaches it. */
function reachable(host: string): string {
  if (host === '0.0.0.0' || host === '::') return '127.0.0.1'
  return host.includes(':') ? `[${host}]` : host
}
