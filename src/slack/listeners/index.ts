import type { App } from '@slack/bolt'
import type { Tools } from '../requests/tools.ts'
import { onAccept } from './accept.ts'
import { onAnythingElse } from './catch-all.ts'
import { onDefineCommand } from './define-command.ts'
import { onChangeSubmit } from './change-submit.ts'
import { onChanged, onNotNow } from './digest-changed.ts'
import { onDigestCommand } from './digest-command.ts'
import { onWhy } from './digest-why.ts'
import { onHomeOpened } from './home.ts'
import { onLeadCommand } from './lead-command.ts'
import { onPersonaCommand } from './persona-command.ts'
import { onPraise } from './praise.ts'
import { onReject } from './reject-open.ts'
import { onRejectReason } from './reject-reason.ts'
import { onRejectSubmit } from './reject-submit.ts'
import { onSendAgain } from './send-again.ts'
import { onShareDefinition, onSharePersona } from './share.ts'
import { onShowContact } from './show-contact.ts'
import { onShowPersona } from './show-persona.ts'

const listeners = [
  ...[onAccept, onPraise, onReject, onRejectReason, onRejectSubmit, onShowContact],
  ...[onPersonaCommand, onShowPersona, onSharePersona, onDefineCommand, onShareDefinition],
  ...[onChanged, onChangeSubmit, onNotNow, onWhy],
  ...[onLeadCommand, onDigestCommand, onHomeOpened, onSendAgain, onAnythingElse],
]

/** Everything a person can do, bound to its flow. */
export function listen(app: App, tools: Tools): void {
  for (const bind of listeners) bind(app, tools)
}
