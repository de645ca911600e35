import type { ThreadNote } from '../../../domain/notice/notice.ts'
import { escape, mention, type Escaped } from '../parts/escape.ts'
import type { Look, Message } from '../parts/look.ts'
import { simpleMessage } from '../parts/simple-message.ts'
import { marked, reasonLabel } from '../parts/wording.ts'

/** How the story of a lead goes on, below its card. */
export function threadNote(note: ThreadNote, look: Look): Message {
  return simpleMessage(sentence(note, look))
}

function sentence(note: ThreadNote, look: Look): Escaped {
  switch (note.type) {
    case 'accepted':
      return marked(look, 'thread.accepted', { who: mention(note.by) })
    case 'rejected':
      return marked(look, 'thread.rejected', {
        who: mention(note.by),
        reason: reasonLabel(note.reason, look),
      })
    case 'praised': {
      const praise = marked(look, `praise.${note.praise}`)
      return marked(look, 'thread.praised', { who: mention(note.by), praise })
    }
    case 'duplicate': {
      const source = escape(note.source, 60)
      if (note.externalId === null || !look.personalData) return marked(look, 'thread.duplicate', { source })
      return marked(look, 'thread.duplicateId', { source, id: escape(note.externalId, 100) })
    }
    case 'expired':
      return marked(look, 'thread.expired')
  }
}
