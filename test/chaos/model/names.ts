import type { ReceivedLead } from '../../../src/domain/lead/received-lead.ts'
import type { Form } from './steps.ts'

/** Names that no other sequence in the same database has. */
export interface Names {
  sources: string[]
  source(name: string): string
  email(name: string): string
  /** Back to the words of the model. */
  plain(text: string): string
}

export function namesOf(run: number): Names {
  const end = `-${run}`
  const source = (name: string) => `${name}${end}`
  return {
    source,
    sources: ['web', 'crm'].map(source),
    email: (name) => `${name}@run${end}.example`,
    plain: (text) => text.replace(`@run${end}.example`, '').replace(new RegExp(`${end}$`), ''),
  }
}

/** A lead as a door hands it on. */
export function received(names: Names, form: Form): ReceivedLead {
  const { email, request, message, title, externalId, qualified, asksAgain, isTest } = form
  return {
    source: names.source(form.source),
    ...(externalId !== null && { externalId }),
    ...(qualified !== null && { qualified }),
    ...(asksAgain !== null && { asksAgain }),
    ...(isTest !== null && { isTest }),
    details: {
      ...(email !== null && { email: names.email(email) }),
      ...(request !== null && { request }),
      ...(message !== null && { message }),
      ...(title !== null && { title }),
      attributes: {},
    },
  }
}
