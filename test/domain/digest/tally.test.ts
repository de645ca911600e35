import { expect, it } from 'vitest'
import {
  acceptanceOf,
  clockKeptOf,
  coverageOf,
  qualityAcceptanceOf,
  strictAcceptanceOf,
  type Tally,
} from '../../../src/domain/digest/tally.ts'

/** No two of these are alike, nor are two of the sums below: a formula that takes another count gives another number. */
const tally: Tally = {
  ...{ delivered: 100, accepted: 37, rejected: 21, quality: 13, expired: 17, open: 25 },
  ...{ notYetDue: 11, inTime: 41 },
}

it.each([
  { rate: coverageOf, is: 'answered of all but those not yet due', count: 58, of: 89 },
  { rate: acceptanceOf, is: 'accepted of the answered', count: 37, of: 58 },
  { rate: qualityAcceptanceOf, is: 'accepted, without what was not marketing’s quality', count: 37, of: 50 },
  {
    rate: strictAcceptanceOf,
    is: 'accepted of all but the open: what expired was not accepted',
    count: 37,
    of: 75,
  },
  { rate: clockKeptOf, is: 'decided in time of all but those not yet due', count: 41, of: 89 },
])('$rate.name: $is', ({ rate, count, of }) => {
  expect(rate(tally)).toMatchObject({ count, of, share: count / of })
})
