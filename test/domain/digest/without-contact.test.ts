import { expect, it } from 'vitest'
import { withoutContact } from '../../../src/domain/digest/without-contact.ts'

const jane = { name: 'Jane van Doe-Smith', email: 'jane@acme.example', phone: '+49 30 1234567' }

it.each([
  ['Jane van Doe-Smith is a student.', '… is a student.'],
  ['jane left in May; JANE said so.', '… left in May; … said so.'],
  ['Janes phone rings into a fax.', '…s phone rings into a fax.'],
  ["Doe-Smith's budget is gone.", "…'s budget is gone."],
  ['Write to jane@acme.example or boss@acme.example, please.', 'Write to … or …, please.'],
  ['Call +49 30 1234567 or 030/123-45-67.', 'Call … or ….'],
  ['Janet is somebody else, and so is Vanessa.', 'Janet is somebody else, and so is Vanessa.'],
  ['Budget of 2 000 for 350 seats in 2026.', 'Budget of 2 000 for 350 seats in 2026.'],
])('says of “%s” only “%s”', (note, said) => {
  expect(withoutContact(note, jane)).toBe(said)
})

it.each([
  [{ name: 'A (B) [C]*+?' }, 'Met A (B) [C]*+? there.', 'Met … there.'],
  [{ name: 'Łukasz Żółć' }, 'łukasz żółć was wrong', '… was wrong'],
  [{ name: '李 明' }, '李 明 是学生', '… 是学生'],
  [{ name: '  ' }, 'As it was.', 'As it was.'],
  [{ name: null, email: undefined, phone: null }, 'As it was.', 'As it was.'],
])('takes the name of %j literally', (contact, note, said) => {
  expect(withoutContact(note, contact)).toBe(said)
})
