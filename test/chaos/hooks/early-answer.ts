import { instead } from './instead.ts'

instead('/src/flows/receive-leads.ts', 'receive-leads.ts')
