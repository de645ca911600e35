import { WebAPIPlatformError, type WebClient } from '@slack/web-api'
import type { ModalView } from '@slack/types'

/** Opens a modal for a click. The client may try twice; the second try of a modal that did open is no failure. */
export async function openModal(client: WebClient, triggerId: string, view: ModalView): Promise<void> {
  try {
    await client.views.open({ trigger_id: triggerId, view })
  } catch (error) {
    if (!(error instanceof WebAPIPlatformError && error.data.error === 'exchanged_trigger_id')) throw error
  }
}
