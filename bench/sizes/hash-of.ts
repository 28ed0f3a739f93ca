import { createSecretKey } from 'node:crypto'
import { hashKey } from '../../shared/aws/kms/index-hash.ts'
import type { IndexKey } from '../../shared/matching/index-keys.ts'

// Any will do: nothing here is kept.
const secret = { version: 'v1', secret: createSecretKey(new Uint8Array(32)) }

export const hashOf = (key: IndexKey): string => hashKey(secret, key)
