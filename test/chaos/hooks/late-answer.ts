import { instead } from './instead.ts'

instead('/src/flows/receive-leads.ts', 'patient-receive-leads.ts')
