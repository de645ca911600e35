import type { Sandbox } from '../../../src/sandbox/sandbox.ts'

/** So many SDRs more in a workspace, who are in every channel; their ids. */
export function addCrowd({ state }: Sandbox, size: number): string[] {
  const ids = Array.from({ length: size }, (_, index) => `U0CROWD${index}`)
  for (const id of ids) {
    const name = id.toLowerCase()
    const where = { team_id: 'T0BATON', locale: 'en-US', tz: 'Europe/Berlin' }
    state.users.push({ ...where, id, name, real_name: name, title: 'SDR' })
    for (const { members } of state.channels) if (!members.includes(id)) members.push(id)
  }
  return ids
}
