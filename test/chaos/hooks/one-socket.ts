import { instead } from './instead.ts'

instead('/src/slack/socket-pair.ts', 'socket-pair.ts')
