import { describe, expect, it } from 'vitest'
import { actions, beginsWith, notOneOf } from '../../src/slack/ids.ts'

describe('ids', () => {
  it('knows the buttons of one family', () => {
    const praise = beginsWith(actions.praise)
    expect(praise.test('lead.praise.good-timing')).toBe(true)
    expect(praise.test('lead.praise')).toBe(false)
    expect(praise.test('lead-praise.good-timing')).toBe(false)
  })

  it('leaves every known id, and its family, out of what is unknown', () => {
    const unknown = notOneOf(Object.values(actions))
    const known = [...Object.values(actions), 'lead.praise.right-person']
    expect(known.filter((id) => unknown.test(id))).toEqual([])
    expect(['lead.claim', 'lead.accepted', '', 'x'].filter((id) => !unknown.test(id))).toEqual([])
  })
})
