import type { SampleLead } from './sample-leads.ts'
import { sendLeads, type Door } from './send-leads.ts'

const invented = [
  {
    name: 'Priya Raman',
    title: 'VP Sales',
    company: 'Northwind Freight',
    industry: 'Logistics',
    employees: 420,
    request: 'demo',
  },
  {
    name: 'Jonas Lindqvist',
    title: 'Head of Revenue Operations',
    company: 'Fjord Analytics',
    industry: 'Software',
    employees: 180,
    request: 'pricing',
  },
  {
    name: 'Marta Kowalska',
    title: 'Marketing Director',
    company: 'Wisla Foods',
    industry: 'Food production',
    employees: 950,
    request: 'demo',
  },
  {
    name: 'Deniz Aydin',
    title: 'CEO',
    company: 'Bosporus Robotics',
    industry: 'Machinery',
    employees: 60,
    request: 'pricing',
  },
]

/** Leads that come when somebody asks for one: each a new person, one after the other. */
export function newLeads(): { send(door: Door): Promise<void> } {
  let count = 0
  return {
    send: async (door) => {
      await sendLeads(door, [leadNumber(count)], `visitor-${count}`)
      count += 1
    },
  }
}

function leadNumber(count: number): SampleLead {
  const round = Math.floor(count / invented.length)
  const lead = invented[count % invented.length] ?? invented[0]
  const host = lead?.company.toLowerCase().replaceAll(' ', '-')
  const email = `${lead?.name.split(' ')[0]?.toLowerCase()}${round || ''}@${host}.example`
  return {
    from: 'website',
    lead: { ...lead, email, external_id: `visitor-${count}`, campaign: 'Autumn webinar', country: 'DE' },
    becomes: 'handed-off',
  }
}
