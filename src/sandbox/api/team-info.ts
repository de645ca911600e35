import { teamId } from '../workspace/workspace.ts'
import type { Method } from './method.ts'

export const teamInfo: Method = {
  scope: 'team:read',
  perMinute: 50,
  run: () => ({ team: { id: teamId, name: 'Sandbox', domain: 'sandbox' } }),
}
