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
    const careless: Figure[] = []
    for (const name of ['old-drop', 'no-new-card'])
      careless.push(caught(`${name}: leads in limbo`, await limboOf(name, options)))
    return [...figuresOf(careful, rounds, report), ...careless]
  },
}

/** Whether somebody drops just what a lead needs is chance: a control has a few shifts for it. */
const mostShifts = 5

/** Leads in limbo after the first shift that has any. */
async function limboOf(name: string, options: RigOptions): Promise<number> {
  const acts = Math.min(options.rounds, 40)
  for (let shift = 1; shift <= mostShifts; shift++) {
    const wanted = { acts, seed: options.seed + shift, hooks: [hook(`${name}.ts`)] }
    const { inLimbo } = await workShift(wanted, options)
    if (inLimbo.length > 0) return inLimbo.length
  }
  return 0
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
