import { replaceLock } from './replace-lock.ts'

replaceLock(new URL('./naive-stale-lock.ts', import.meta.url))
