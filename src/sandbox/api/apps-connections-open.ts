import type { Method } from './method.ts'

export const appsConnectionsOpen: Method = {
  perMinute: 20,
  run: (_, { socketUrl }) => ({ url: socketUrl() }),
}
