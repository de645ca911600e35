import { useState } from 'react'
import { AppHome } from '../blocks/app-home.tsx'
import { Channel } from '../conversation/channel.tsx'
import { useDesk } from '../desk.ts'
import { SidePanel } from './side-panel.tsx'
import { Sidebar } from './sidebar.tsx'
import { Steps } from './steps.tsx'
import { ThreadPane } from '../conversation/thread-pane.tsx'
import { TopBar } from './top-bar.tsx'

/** Bar, sidebar, what is in front, its thread, and what goes on behind the scenes. */
export function Workspace() {
  const { gaze, sight } = useDesk()
  const [isPanelOpen, openPanel] = useState(() => matchMedia('(min-width: 1500px)').matches)
  return (
    <div className="workspace" inert={sight.told.isPreparing}>
      <TopBar isPanelOpen={isPanelOpen} onPanel={() => openPanel(!isPanelOpen)} />
      <Sidebar />
      <main className="front">
        <Steps />
        {gaze.channel === null ? (
          <AppHome />
        ) : (
          <Channel id={gaze.channel} key={`${gaze.userId}${gaze.channel}`} />
        )}
      </main>
      {gaze.thread && sight.thread && sight.thread.length > 0 && (
        <ThreadPane key={gaze.thread} messages={sight.thread} />
      )}
      {isPanelOpen && <SidePanel onClose={() => openPanel(false)} />}
    </div>
  )
}
