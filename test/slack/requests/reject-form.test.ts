import { describe, expect, it } from 'vitest'
import { fieldOfRefusal, parseRejectForm } from '../../../src/slack/requests/reject-form.ts'

function submitted(values: Record<string, Record<string, unknown>>) {
  const view = { private_metadata: '{"handoffId":"h1"}', state: { values } }
  return { user: { id: 'U0ANNA' }, view }
}

const option = (value: string) => ({ type: 'static_select', selected_option: { value } })
const text = (value: string | null) => ({ type: 'plain_text_input', value })

describe('the reject form', () => {
  it('reads reason, evidence and note, whatever the action ids are called', () => {
    const form = parseRejectForm(
      submitted({
        reason: { 'reject.reason': option('company-fit') },
        'attribute:company-fit': { a: option('employees') },
        'actual:company-fit': { b: text(' 12 ') },
        note: { c: text('Too small for us') },
      }),
    )
    expect(form).toMatchObject({
      userId: 'U0ANNA',
      handoffId: 'h1',
      reason: 'company-fit',
      evidence: { attribute: 'employees', stated: null, actual: '12' },
      note: 'Too small for us',
    })
  })

  it('takes an empty field for nothing said', () => {
    const form = parseRejectForm(
      submitted({ reason: { r: option('spam') }, actual: { a: text('  ') }, note: { n: text(null) } }),
    )
    expect(form).toMatchObject({ evidence: null, note: null })
  })

  it('says beside which field something is missing', () => {
    const { block } = parseRejectForm(
      submitted({ 'actual:spam': { a: text(null) }, note: { n: text(null) } }),
    )
    expect(fieldOfRefusal({ kind: 'evidence-required' }, block)).toBe('actual:spam')
    expect(fieldOfRefusal({ kind: 'note-required' }, block)).toBe('note')
    expect(fieldOfRefusal({ kind: 'lead-unknown' }, block)).toBeNull()
  })
})
