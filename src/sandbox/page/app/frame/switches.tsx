import { useState } from 'react'
import type { FaultKind } from '../../../faults.ts'
import { useDesk } from '../desk.ts'
import { Pick } from '../blocks/pick.tsx'
import { sendControl } from '../send.ts'
import { useWords } from '../words.ts'

/** The faults that have a switch, and the seconds that go with them. */
const kinds = [
  'rate-limit',
  'server-error',
  'hang-before',
  'hang-after',
  'slow',
] as const satisfies readonly FaultKind[]
type Kind = (typeof kinds)[number]
const seconds: Partial<Record<Kind, number>> = { 'rate-limit': 3, slow: 2 }

const methods = {
  all: undefined,
  posts: 'chat.postMessage',
  updates: 'chat.update',
  views: 'views.open',
} as const
const scopes = ['all', 'posts', 'updates', 'views'] as const satisfies readonly (keyof typeof methods)[]

const counts = { once: 1, three: 3, always: undefined } as const
const times = ['once', 'three', 'always'] as const satisfies readonly (keyof typeof counts)[]

/** Switches for what goes wrong; one that has struck as often as it should is off again. */
export function Switches() {
  const { say } = useWords()
  const [scope, setScope] = useState<(typeof scopes)[number]>('all')
  const [often, setOften] = useState<(typeof times)[number]>('once')
  return (
    <section className="switches" aria-label={say('switches')}>
      <h3>{say('switches')}</h3>
      <p className="hint">{say('switches-hint')}</p>
      <Pick
        label={say('fault-scope')}
        names={scopes}
        value={scope}
        onPick={setScope}
        word={(name) => say(`scope-${name}`)}
      />
      <Pick
        label={say('fault-times')}
        names={times}
        value={often}
        onPick={setOften}
        word={(name) => say(`times-${name}`)}
      />
      <ul>
        {kinds.map((kind) => (
          <Switch key={kind} kind={kind} method={methods[scope]} times={counts[often]} />
        ))}
        <li>
          <button type="button" onClick={() => void sendControl({ do: 'drop-sockets' })}>
            {say('drop-socket')}
          </button>
        </li>
      </ul>
    </section>
  )
}

function Switch({
  kind,
  method,
  times: often,
}: {
  kind: Kind
  method: string | undefined
  times: number | undefined
}) {
  const { sight } = useDesk()
  const { say } = useWords()
  const isOn = sight.faults.some((fault) => fault.kind === kind)
  const flip = () =>
    isOn
      ? sendControl({ do: 'clear-faults', kind })
      : sendControl({ do: 'fault', kind, method, times: often, seconds: seconds[kind] })
  return (
    <li>
      <button type="button" role="switch" aria-checked={isOn} onClick={() => void flip()}>
        {say(`fault-${kind}`)}
      </button>
    </li>
  )
}
