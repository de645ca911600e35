import { instead } from './instead.ts'

instead('/src/slack/listeners/accept.ts', 'accept.ts')
