import { answerSubmission } from './answer-submission.ts'
import { interactiveOf } from '../limits/block-types.ts'
import { deliverEvent } from '../events.ts'
import { viewAction } from '../payloads/block-actions.ts'
import { appHomeOpened } from '../payloads/events.ts'
import { viewClosed, viewSubmission } from '../payloads/views.ts'
import { obey } from '../obey.ts'
import type { Stage } from '../workspace/stage.ts'
import { touch } from '../workspace/touch.ts'
import { remember } from './view-values.ts'
import type { OpenView } from '../workspace/state.ts'
import { enter, isInput } from '../limits/input-kinds.ts'
import { missing } from './required-inputs.ts'

export interface ViewActs {
  /** Clicks an element of the open modal or of App Home. */
  clickInView(actionId: string, options?: { value?: string }): Promise<void>
  /** Enters values into the open modal, by block id. */
  fill(values: Record<string, string>): Promise<void>
  /** Enters values and sends the modal; its inline errors are then in `view().errors`. */
  submit(values?: Record<string, string>): Promise<void>
  closeModal(): Promise<void>
  /** The modal in front of this person. */
  view(): OpenView | undefined
  /** Opens App Home and gives back what it shows. */
  home(): Promise<OpenView>
}

/** What a person does in modals and in App Home. */
export function actInViews(stage: Stage): ViewActs {
  const { state, userId } = stage.scene
  const fill: ViewActs['fill'] = async (values) => {
    for (const [blockId, value] of Object.entries(values))
      await fillOne(stage, openModal(stage), { blockId, value })
  }
  return {
    fill,
    view: () => frontModal(stage),
    home: () => openHome(stage),
    clickInView: async (actionId, { value } = {}) => {
      const open = frontModal(stage) ?? state.homes.get(userId)
      if (!open) throw new Error(`${userId} has no view open`)
      const touched = touch(open.blocks, actionId, value)
      remember(open.values, touched)
      await interact(stage, viewAction(stage.scene, open, touched))
    },
    submit: async (values = {}) => {
      await fill(values)
      const open = openModal(stage)
      open.errors = missing(open, stage.scene)
      if (Object.keys(open.errors).length > 0) return stage.changed()
      const answer = await interact(stage, viewSubmission(stage.scene, open), true)
      obey(() => answerSubmission(state, userId, { open, answer }))
      stage.changed()
    },
    closeModal: async () => {
      const open = openModal(stage)
      state.modals.get(userId)?.pop()
      if (open.notify_on_close) await interact(stage, viewClosed(stage.scene, open))
    },
  }
}

function interact({ deliver }: Stage, payload: object, acceptsResponse = false) {
  return deliver({ type: 'interactive', payload, acceptsResponse })
}

function frontModal({ scene: { state, userId } }: Stage): OpenView | undefined {
  return state.modals.get(userId)?.at(-1)
}

function openModal(stage: Stage): OpenView {
  const open = frontModal(stage)
  if (!open) throw new Error(`${stage.scene.userId} has no modal open`)
  return open
}

function openHome({ scene, deliver, waitFor }: Stage): Promise<OpenView> {
  const { homes } = scene.state
  const before = homes.get(scene.userId)?.hash
  const published = () => {
    const home = homes.get(scene.userId)
    return home?.hash === before ? undefined : home
  }
  const opened = deliverEvent(deliver, appHomeOpened(scene))
  return opened.then(() => waitFor(published, 'App Home to be published'))
}

async function fillOne(
  { scene, deliver }: Stage,
  view: OpenView,
  { blockId, value }: { blockId: string; value: string },
): Promise<void> {
  const block = view.blocks.find((candidate) => candidate.block_id === blockId)
  if (!block) throw new Error(`the modal has no ${blockId}: ${view.blocks.map((b) => b.block_id).join(', ')}`)
  const element = interactiveOf(block).find(isInput)
  if (!element) throw new Error(`block ${blockId} has no input`)
  const state = enter(element, value)
  remember(view.values, { element, block, state })
  const dispatches = block.dispatch_action === true || block.type !== 'input'
  if (dispatches) {
    const payload = viewAction(scene, view, { element, block, state })
    await deliver({ type: 'interactive', payload, acceptsResponse: false })
  }
}
