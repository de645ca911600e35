import type { OpenView } from '../workspace/state.ts'
import { appId, botId, teamId } from '../workspace/workspace.ts'
import { interaction, type Scene } from './scene.ts'

/** Somebody sends a modal. */
export function viewSubmission(scene: Scene, view: OpenView) {
  return { ...interaction(scene), type: 'view_submission', view: seenView(view), response_urls: [] }
}

/** Somebody closes a modal that asked to be told. */
export function viewClosed(scene: Scene, view: OpenView) {
  return { ...interaction(scene), type: 'view_closed', view: seenView(view), is_cleared: false }
}

/** A view as the app is shown it, with everything that was entered. */
export function seenView({ values, errors: _errors, ...view }: OpenView) {
  return {
    ...view,
    team_id: teamId,
    app_id: appId,
    bot_id: botId,
    private_metadata: view.private_metadata ?? '',
    callback_id: view.callback_id ?? '',
    state: { values },
  }
}
