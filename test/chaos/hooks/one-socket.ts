import { instead } from './instead.ts'

instead('/src/slack/connection/socket-pair.ts', 'socket-pair.ts')
