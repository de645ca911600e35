import { instead } from './instead.ts'

instead('/src/flows/intake/receive-leads.ts', 'patient-receive-leads.ts')
