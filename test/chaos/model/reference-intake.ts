import { isOpen, show, type Known, type Reference, type Said } from './reference.ts'
import type { Form } from './steps.ts'

const same = (one: string | undefined, other: string | undefined) =>
  one !== undefined && one.toLowerCase() === other?.toLowerCase()

function pointsOf({ facts }: Known): number {
  return (facts.request === 'demo' ? 60 : 0) - (facts.title === 'Intern' ? 30 : 0)
}

function qualifies(model: Reference, lead: Known): boolean {
  const points = pointsOf(lead)
  if (!lead.qualified && points < 50) return false
  lead.status = 'handed-off'
  lead.history.push('lead-handed-off')
  const because = lead.qualified ? 'sender' : 'score'
  const tier = lead.facts.request === 'demo' ? 'hot' : 'standard'
  lead.message = { place: 'waits', isDeleted: false, isCut: false }
  lead.card = { at: model.now, because, tier, points, decision: null, duplicates: [] }
  model.promised.push({ lead: model.leads.indexOf(lead), kind: 'card' })
  return true
}

const factsOf = (form: Form): Known['facts'] => ({
  ...(form.email !== null && { email: form.email }),
  ...(form.request !== null && { request: form.request }),
  ...(form.title !== null && { title: form.title }),
})

function twinOf(model: Reference, email: string | undefined, self: Known | null): Known | undefined {
  return model.leads.find((lead) => lead !== self && isOpen(lead) && same(lead.facts.email, email))
}

function knock(model: Reference, twin: Known, { source, externalId }: Form): Said {
  const lead = model.leads.indexOf(twin)
  const isNoted = twin.card?.duplicates.some((d) => d.source === source && d.externalId === externalId)
  if (externalId === null || !isNoted) {
    twin.card?.duplicates.push({ source, externalId })
    twin.history.push('duplicate-noted')
    show(model, lead, { type: 'duplicate', source, externalId })
  }
  return { became: 'duplicate', lead }
}

/** A lead comes in by one of the doors. */
export function receive(model: Reference, form: Form): Said {
  const { source, externalId } = form
  const known = model.leads.find(
    (lead) => externalId !== null && lead.source === source && lead.externalId === externalId,
  )
  if (known) return hear(model, known, form)
  const lead: Known = {
    ...{ source, externalId, facts: factsOf(form), qualified: form.qualified ?? false, status: 'held' },
    ...{ history: ['lead-received'], card: null, message: null },
  }
  const twin = twinOf(model, form.email ?? undefined, null)
  if (twin && externalId === null) return knock(model, twin, form)
  model.leads.push(lead)
  if (twin) return knock(model, twin, form)
  const became = qualifies(model, lead) ? 'handed-off' : 'held'
  return { became, lead: model.leads.indexOf(lead) }
}

/** Its sender speaks of a lead again. */
function hear(model: Reference, known: Known, form: Form): Said {
  const lead = model.leads.indexOf(known)
  const facts = { ...known.facts, ...factsOf(form) }
  const qualified = form.qualified ?? known.qualified
  const isNews = JSON.stringify([facts, qualified]) !== JSON.stringify([known.facts, known.qualified])
  if (!isNews) return { became: 'unchanged', lead }
  const isUndecided = known.status === 'held' || isOpen(known)
  const twin = isUndecided ? twinOf(model, facts.email, known) : undefined
  if (twin && isOpen(known)) {
    knock(model, twin, form)
    return hear(model, known, { ...form, email: null })
  }
  known.history.push('lead-updated')
  Object.assign(known, { facts, qualified })
  if (twin) return knock(model, twin, form)
  if (known.status === 'held') return { became: qualifies(model, known) ? 'handed-off' : 'updated', lead }
  if (isOpen(known)) show(model, lead, null)
  return { became: 'updated', lead }
}
