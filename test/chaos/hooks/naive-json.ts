import { instead } from './instead.ts'

instead('/src/intake/http/safe-json.ts', 'safe-json.ts')
