import type { Figure } from '../../support/figure.ts'
import { race, type Raced } from '../claims/race.ts'
import { hook } from '../hooks/instead.ts'
import { caught, exactly, none, type Engine, type Rig, type RigOptions } from '../rig.ts'
import { stored } from '../stored.ts'

const people = 32
/** Who decided, by the history and by the state. */
const decided = `
  SELECT l.details->>'name' AS lead, e.actor->>'id' AS by, h."decidedBy" AS "inState"
  FROM "LeadEvent" e JOIN "Lead" l ON l.id = e."leadId" JOIN "Handoff" h ON h."leadId" = l.id
  WHERE e.type IN ('lead-accepted', 'lead-rejected')`
interface Decision {
  lead: string
  by: string
  inState: string
}
const withoutGuard = hook('claim-without-guard.ts')

/** Of any number of simultaneous clicks one wins, and the others learn who. */
export const claimRace: Rig = {
  says: `${people} signed clicks on one card at once, on two processes with PostgreSQL and on one with PGlite`,
  rounds: { full: 500, short: 25 },
  run: async (options) => {
    // One after the other: how long an answer takes is not to be a matter of the other race.
    const figures = [...(await raceOn('PostgreSQL', options)), ...(await raceOn('PGlite', options))]
    return [...figures, await control(options)]
  },
}

async function raceOn(
  engine: Engine,
  { rounds, seed, report, database: open }: RigOptions,
): Promise<Figure[]> {
  const database = await open(engine)
  const processes = engine === 'PostgreSQL' ? 2 : 1
  const say = (line: string) => report(`${engine}: ${line}`)
  const raced = await race({ database, processes, rounds, people, seed, report: say })
  const decisions = await stored<Decision>(database, decided)
  return judge(engine, raced, { wanted: rounds, decisions, say })
}

interface Seen {
  /** So many rounds. */
  wanted: number
  decisions: Decision[]
  say: (line: string) => void
}

/** What the people were told, against what the database has written down. */
function judge(engine: Engine, { rounds, slowestMs }: Raced, { wanted, decisions, say }: Seen): Figure[] {
  const byLead = Map.groupBy(decisions, ({ lead }) => lead)
  const winnersOf = (lead: string) =>
    (byLead.get(lead) ?? []).map(({ by, inState }) => (by === inState ? by : `${by}, then ${inState}`))
  const torn = rounds.filter(
    ({ lead, winners }) => winners.length !== 1 || String(winnersOf(lead)) !== String(winners),
  )
  const silent = rounds.filter(({ cardNamesWinner }) => !cardNamesWinner)
  const untold = rounds.filter((round) => round.untold.length > 0)
  for (const { lead, winners } of torn)
    say(`${lead} told ${winners.join()}, stored ${winnersOf(lead).join()}`)
  for (const { lead } of silent) say(`${lead} has a card that does not name one winner`)
  for (const round of untold)
    say(`${round.lead} ${round.untold.join()} not told that ${round.winners.join()} won`)
  const sum = (of: (round: Raced['rounds'][number]) => number) =>
    rounds.reduce((all, round) => all + of(round), 0)
  return [
    { name: `${engine}: rounds of ${people} clicks`, value: rounds.length, atLeast: wanted },
    none(`${engine}: rounds without exactly one winner`, torn.length),
    exactly(`${engine}: decisions in the database`, decisions.length, rounds.length),
    none(
      `${engine}: people not told privately who was first`,
      sum((round) => round.untold.length),
    ),
    none(`${engine}: cards that do not name the winner`, silent.length),
    none(
      `${engine}: clicks not answered within 3 s`,
      sum(({ unanswered }) => unanswered),
    ),
    { name: `${engine}: slowest answer, ms`, value: slowestMs, atMost: 3000 },
  ]
}

/** The same clicks, on processes whose claim reads and then writes. */
async function control({ seed, report, database: open }: RigOptions): Promise<Figure> {
  const hooks = [withoutGuard]
  const database = await open('PostgreSQL')
  const { rounds } = await race({
    database,
    processes: 2,
    rounds: 5,
    patienceSeconds: 3,
    people,
    seed,
    hooks,
    report: () => undefined,
  })
  const torn = rounds.filter(({ winners }) => winners.length > 1)
  report(`read-then-write: ${torn.map(({ winners }) => winners.length).join(', ')} winners`)
  return caught('read-then-write has several winners', torn.length)
}
