import type { Method } from '../method.ts'
import { openModal } from './open-modal.ts'
import { viewOf } from './view-of.ts'

export const viewsOpen: Method = {
  perMinute: 100,
  run: (args, context) => openModal(args, context, { view: viewOf(args, 'modal'), onTop: false }),
}
