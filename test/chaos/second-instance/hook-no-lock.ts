import { replaceLock } from './replace-lock.ts'

replaceLock(new URL('./naive-no-lock.ts', import.meta.url))
