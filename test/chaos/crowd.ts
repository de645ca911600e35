import type { Sandbox } from '../../src/sandbox/sandbox.ts'

/** So many more people of the workspace who may decide about leads; their ids. */
export function addCrowd(slack: Sandbox, count: number, prefix = 'U0CROWD'): string[] {
  const ids = Array.from({ length: count }, (_, index) => `${prefix}${index}`)
  for (const id of ids) {
    const [team, name] = [{ team_id: 'T0BATON', tz: 'Europe/Berlin', locale: 'en-US' }, id.toLowerCase()]
    slack.state.users.push({ ...team, id, name, real_name: name, title: 'SDR' })
    for (const channel of slack.state.channels) channel.members.push(id)
  }
  return ids
}
