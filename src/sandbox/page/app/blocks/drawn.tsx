import { useMemo } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { Message, type Block as DrawnBlock } from 'slack-blocks-to-jsx'
import type { Block } from '../../../limits/block-types.ts'
import type { Sight } from '../../sight.ts'
import { useDesk } from '../desk.ts'
import { hide, unhide } from '../conversation/hidden-signs.ts'

/** Blocks that stand still, drawn by slack-blocks-to-jsx. */
export function Drawn({ blocks }: { blocks: Block[] }) {
  const { sight } = useDesk()
  const content = JSON.stringify(blocks)
  const names = JSON.stringify([sight.people, sight.channels, sight.groups])
  const html = useMemo(() => draw(content, names, sight), [content, names])
  // The markup comes from React, which has escaped whatever it was given.
  return <div className="drawn" dangerouslySetInnerHTML={{ __html: html }} />
}

const drawnBefore = new Map<string, string>()
const most = 2000

function draw(content: string, names: string, sight: Sight): string {
  const key = content + names
  const known = drawnBefore.get(key)
  if (known !== undefined) return known
  if (drawnBefore.size >= most) drawnBefore.clear()
  const html = unhide(renderToStaticMarkup(<Still content={content} sight={sight} />))
  drawnBefore.set(key, html)
  return html
}

function Still({ content, sight }: { content: string; sight: Sight }) {
  // The library judges the blocks for itself; the sandbox has already refused what Slack would refuse.
  const blocks = hide(JSON.parse(content)) as DrawnBlock[]
  return (
    <Message
      blocks={blocks}
      name=""
      logo=""
      withoutWrapper
      theme="light"
      data={{
        users: sight.people.map(({ id, name }) => ({ id, name })),
        channels: sight.channels.map(({ id, name }) => ({ id, name })),
        user_groups: sight.groups.map(({ id, handle }) => ({ id, name: handle, handle })),
      }}
      hooks={{
        user: ({ id, name }) => (
          <span className={id === sight.me.id ? 'mention me' : 'mention'}>@{name || id}</span>
        ),
        channel: ({ id, name }) => <span className="mention">#{name || id}</span>,
        // What no emoji is called, such as the minutes of "09:30:", stays as it was written.
        emoji: (data, parse) => (parse(data) === data.name ? `:${data.name}:` : parse(data)),
        link: ({ href, children }) => (
          <a href={href} target="_blank" rel="noreferrer">
            {children}
          </a>
        ),
      }}
    />
  )
}
