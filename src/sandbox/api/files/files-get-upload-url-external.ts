import { newId } from '../../workspace/state.ts'
import { SlackError, needed, text, type Method } from '../method.ts'

/** The first half of an upload: where the bytes go. */
export const filesGetUploadUrlExternal: Method = {
  scope: 'files:write',
  perMinute: 100,
  run: (args, { state, uploadUrl }) => {
    const name = needed(args, 'filename')
    if (!(Number(args['length']) > 0)) throw new SlackError('invalid_arguments')
    const id = newId('F')
    state.uploads.set(id, { name, bytes: null, alt: text(args, 'alt_text') ?? null })
    return { file_id: id, upload_url: uploadUrl(id) }
  },
}
