import { z } from 'zod'
import { botMessage, type SharedFile, type State } from '../../workspace/state.ts'
import { parseJson } from '../../transport/parse-json.ts'
import { SlackError, text, type Method } from '../method.ts'
import { writableChannel } from '../chat/post.ts'

const filesSchema = z.array(z.object({ id: z.string(), title: z.string().optional() })).min(1)

/** The second half of an upload: what was sent becomes a file, shared in a channel where one is named. */
export const filesCompleteUploadExternal: Method = {
  scope: 'files:write',
  perMinute: 100,
  run: (args, { state, uploadUrl, changed }) => {
    const given = args['files']
    const wanted = filesSchema.safeParse(typeof given === 'string' ? parseJson(given) : given)
    if (!wanted.success) throw new SlackError('invalid_arguments')
    const files = wanted.data.map((file) => completed(state, file, uploadUrl))
    if (text(args, 'channel_id')) {
      const channel = writableChannel(state, { channel: args['channel_id'] })
      const thread = text(args, 'thread_ts')
      state.messages.add(
        botMessage(state, {
          ...{ channel: channel.id, text: text(args, 'initial_comment') ?? '', files },
          ...(thread && { thread_ts: thread }),
        }),
      )
      changed()
    }
    return { files }
  },
}

function completed(
  state: State,
  { id, title }: { id: string; title?: string | undefined },
  url: (id: string) => string,
): SharedFile {
  const upload = state.uploads.get(id)
  if (!upload?.bytes) throw new SlackError('file_not_found')
  const { name, bytes, alt } = upload
  const mimetype = name.endsWith('.csv') ? 'text/csv' : name.endsWith('.png') ? 'image/png' : 'text/plain'
  return {
    id,
    name,
    title: title ?? name,
    mimetype,
    size: bytes.length,
    url_private: url(id),
    ...(alt && { alt_txt: alt }),
  }
}
