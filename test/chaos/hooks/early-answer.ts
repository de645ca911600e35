import { instead } from './instead.ts'

instead('/src/flows/intake/receive-leads.ts', 'receive-leads.ts')
