import { teamId, type SandboxUser } from './workspace.ts'

/** An organisation of several workspaces (Enterprise Grid) that this one is part of. */
export interface Organisation {
  id: string
  name: string
}

export const organisation: Organisation = { id: 'E0BATON', name: 'Baton Group' }
const westTeamId = 'T0WEST'

/** What Slack tells in an organisation of somebody who is in these of its workspaces. */
const inTeams = (id: string, ...teams: string[]) => {
  const { id: enterprise_id, name: enterprise_name } = organisation
  return {
    id,
    enterprise_user: { id, enterprise_id, enterprise_name, is_admin: false, is_owner: false, teams },
  }
}

/**
 * Who comes in with the organisation: somebody of its other workspace, new, without a time zone and a language; somebody of
 * both, who as such has no workspace of their own; and one of another organisation, in a shared channel.
 */
export const colleagues: SandboxUser[] = [
  {
    ...inTeams('W0WENDY', westTeamId),
    ...{ team_id: westTeamId, name: 'wendy', real_name: 'Wendy West', title: 'SDR', tz: null },
  },
  {
    ...inTeams('W0OTTO', teamId, westTeamId),
    ...{ name: 'otto', real_name: 'Otto Both', title: 'SDR', locale: 'de-DE', tz: 'Europe/Berlin' },
  },
  {
    ...{ id: 'W0FOREIGN', team_id: 'T0FOREIGN', name: 'fay', real_name: 'Fay Foreign', title: 'Partner' },
    ...{ locale: 'en-US', tz: 'Europe/London' },
    enterprise_user: { id: 'W0FOREIGN', enterprise_id: 'E0FOREIGN', teams: ['T0FOREIGN'] },
  },
]

interface Place {
  /** The workspace in which the person is; none for somebody who has none of their own. */
  team: { id: string; domain: string } | null
  enterprise: Organisation | null
  is_enterprise_install: boolean
}

/** Where a payload says that something happened: in an organisation that is where the person is, and not where the app is. */
export function placeOf(enterprise: Organisation | null, user: SandboxUser | undefined): Place {
  const home = { id: teamId, domain: 'sandbox' }
  if (!enterprise || user?.enterprise_user?.enterprise_id !== enterprise.id)
    return { team: home, enterprise, is_enterprise_install: false }
  const { team_id: id } = user
  const team = id === undefined ? null : { id, domain: id === teamId ? home.domain : 'sandbox-west' }
  return { team, enterprise, is_enterprise_install: team === null }
}
