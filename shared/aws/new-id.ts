import { randomBytes } from 'node:crypto'
import type { NewId } from '../kernel/ids.ts'
import { uuidV7 } from '../kernel/uuid-v7.ts'

/** Fresh ids from the machine's randomness. */
export const newId: NewId = (now) => uuidV7(now, randomBytes(16))
