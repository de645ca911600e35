import type { ThreadNote } from '../../../domain/notice/notice.ts'
import { escape, mention, type Escaped } from '../parts/escape.ts'
import type { Reader } from '../parts/reader.ts'
import type { Message } from '../parts/message.ts'
import { simpleMessage } from '../parts/simple-message.ts'
import { marked, reasonLabel } from '../parts/wording.ts'

/** How the story of a lead goes on, below its card. */
export function threadNote(note: ThreadNote, reader: Reader): Message {
  return simpleMessage(sentence(note, reader))
}

function sentence(note: ThreadNote, reader: Reader): Escaped {
  switch (note.type) {
    case 'accepted':
      return marked(reader, 'thread.accepted', { who: mention(note.by) })
    case 'rejected':
      return marked(reader, 'thread.rejected', {
        who: mention(note.by),
        reason: reasonLabel(note.reason, reader),
      })
    case 'praised': {
      const praise = marked(reader, `praise.${note.praise}`)
      return marked(reader, 'thread.praised', { who: mention(note.by), praise })
    }
    case 'duplicate': {
      const source = escape(note.source, 60)
      if (note.externalId === null) return marked(reader, 'thread.duplicate', { source })
      return marked(reader, 'thread.duplicateId', { source, id: escape(note.externalId, 100) })
    }
    case 'expired':
      return marked(reader, 'thread.expired')
  }
}
