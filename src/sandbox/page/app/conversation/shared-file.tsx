import type { SandboxMessage } from '../../../workspace/messages.ts'

/** A file in a message: a picture with its description, anything else to be saved. */
export function SharedFile({ file }: { file: NonNullable<SandboxMessage['files']>[number] }) {
  const { name, title, mimetype, size, url_private: url, alt_txt: alt = '' } = file
  const path = new URL(url).pathname
  return (
    <figure className="shared-file">
      <figcaption>
        {mimetype.startsWith('image/') ? title : <a href={path} download={name}>{`${title} (${name})`}</a>}
        <small>{`${Math.ceil(size / 1024)} kB`}</small>
      </figcaption>
      {mimetype.startsWith('image/') && <img src={path} alt={alt} />}
    </figure>
  )
}
