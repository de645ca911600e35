import { useState } from 'react'
import { useDesk } from '../desk.ts'
import { sendControl } from '../send.ts'
import { useWords } from '../words.ts'

/** What a newcomer may try, and what whoever runs the sandbox offers. */
export function Steps() {
  const { sight, complain } = useDesk()
  const { say, language } = useWords()
  const [isHidden, hide] = useState(false)
  const { steps, offers } = sight.told
  if (steps.length + offers.length === 0) return null
  const run = async (id: string, what: string) => {
    const problem = await sendControl({ do: 'offer', id })
    if (problem) complain('problem-other', { what, detail: problem.detail })
  }
  return (
    <section className="steps" aria-label={say('try-it')}>
      {!isHidden && steps.length > 0 && (
        <ol>
          {steps.map((step) => (
            <li key={step.en}>{step[language]}</li>
          ))}
        </ol>
      )}
      <div className="offers">
        {offers.map(({ id, label }) => (
          <button type="button" key={id} onClick={() => void run(id, label[language])}>
            {label[language]}
          </button>
        ))}
        {!isHidden && (
          <button type="button" className="quiet" onClick={() => hide(true)}>
            {say('hide')}
          </button>
        )}
      </div>
    </section>
  )
}
