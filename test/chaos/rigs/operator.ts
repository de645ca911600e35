import type { Figure } from '../../support/figure.ts'
import { hook } from '../hooks/instead.ts'
import { workShift, type Outcome } from '../operator/shift.ts'
import { caught, type Rig, type RigOptions } from '../rig.ts'
import { blameless } from '../verdict-figures.ts'

/**
 * Somebody types commands by chance, and others delete messages and archive channels, while leads come in and people
 * decide. Baton learns of a deletion only when it next touches the card: so at the end, when Slack is well, each undecided
 * lead comes once more. Then it must have a card that can be decided.
 */
export const operator: Rig = {
  says: 'random commands and deletions in Slack while Slack fails, leads come in and people decide',
  rounds: { full: 400, short: 60 },
  run: async (options) => {
    const { rounds, seed, report } = options
    const careful = await workShift({ acts: rounds, seed, hooks: [] }, options)
    const acts = Math.min(rounds, 40)
    const careless = []
    for (const name of ['old-drop', 'no-new-card']) {
      const outcome = await workShift(
        { acts, seed: seed + careless.length + 1, hooks: [hook(`${name}.ts`)] },
        options,
      )
      careless.push(caught(`${name}: leads in limbo`, outcome.inLimbo.length))
    }
    return [...figuresOf(careful, rounds, report), ...careless]
  },
}

function figuresOf(outcome: Outcome, rounds: number, report: RigOptions['report']): Figure[] {
  const isLong = rounds >= operator.rounds.full
  return [
    { name: 'acts', value: outcome.acts, atLeast: rounds },
    { name: 'kinds of commands', value: outcome.commands.size, atLeast: isLong ? 11 : 6 },
    { name: 'leads', value: outcome.leads, atLeast: isLong ? 100 : 10 },
    { name: 'messages deleted in Slack', value: outcome.deletions, atLeast: isLong ? 50 : 5 },
    { name: 'cards posted anew by themselves', value: outcome.cardsAnew, atLeast: 1 },
    blameless('undecided leads that nobody can decide', outcome.inLimbo, report),
    blameless('acknowledged and missing', outcome.lost, report),
    blameless('shown or decided twice', outcome.doubled, report),
    blameless('commands that broke', outcome.failures, report),
  ]
}
