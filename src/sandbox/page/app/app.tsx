import { useEffect, useMemo, useState } from 'react'
import type { Act } from '../act.ts'
import type { Sight } from '../sight.ts'
import { DeskContext, type Desk } from './desk.ts'
import { useGaze } from './gaze.ts'
import { Modal } from './blocks/modal.tsx'
import { sendAct } from './send.ts'
import { Toast } from './frame/toast.tsx'
import { useSight } from './use-sight.ts'
import { wordsOf, WordsContext, type WordKey } from './words.ts'
import { Workspace } from './frame/workspace.tsx'

/** The whole page: a workspace as one person sees it, and a look behind the scenes. */
export function App() {
  const [gaze, turnTo] = useGaze()
  const { sight, isOnline } = useSight(gaze)
  const [complaint, setComplaint] = useState<string | null>(null)
  const words = useMemo(() => wordsOf(sight?.me.locale ?? navigator.language), [sight?.me.locale])
  useEffect(() => void (document.documentElement.lang = words.language), [words.language])
  useReading(sight, gaze.channel)
  if (!sight) return <p className="waiting">{isOnline ? '…' : words.say('offline')}</p>
  const desk: Desk = {
    ...{ sight, gaze, turnTo },
    complain: (key, values) => setComplaint(words.say(key, values)),
    act: async (deed, what = words.say(nameOf(deed))) => {
      const problem = await sendAct(gaze.userId, deed)
      setComplaint(problem && words.say(`problem-${problem.code}`, { what, detail: problem.detail }))
      return problem === null
    },
  }
  return (
    <WordsContext value={words}>
      <DeskContext value={desk}>
        <Workspace />
        {sight.told.isPreparing && (
          <p role="status" className="preparing">
            {words.say('preparing')}
          </p>
        )}
        {sight.modal && <Modal key={sight.modal.id} view={sight.modal} />}
        <Toast text={isOnline ? complaint : words.say('offline')} onClose={() => setComplaint(null)} />
      </DeskContext>
    </WordsContext>
  )
}

/** What stands in front of somebody is read. */
function useReading(sight: Sight | null, channel: string | null): void {
  const all = sight ? [...sight.channels, { id: sight.app.channel, unread: sight.app.unread }] : []
  const unread = all.find(({ id }) => id === channel)?.unread ?? 0
  const me = sight?.me.id
  useEffect(() => {
    if (me && channel && unread > 0) void sendAct(me, { do: 'read', channel })
  }, [me, channel, unread])
}

function nameOf(deed: Act): WordKey {
  if (deed.do === 'click' || deed.do === 'click-in-view' || deed.do === 'enter') return 'what-click'
  if (deed.do === 'submit') return 'what-submit'
  return deed.do === 'home' ? 'what-home' : 'what-other'
}
