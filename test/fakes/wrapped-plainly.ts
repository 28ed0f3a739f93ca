import { randomBytes } from 'node:crypto'
import type { Rewrap } from '../../cli/recovery/recovery-ports.ts'
import type { Keys } from '../../shared/aws/kms/keys.ts'

type Context = Readonly<Record<string, string>>

/** Secrets of any number of keys, of any account: what wrapped each stands before it, and no two wrappings are alike. */
export const wrappedPlainly = (): Pick<Keys, 'makeSecret' | 'unwrap'> & {
  readonly rewrap: Rewrap
} => {
  const before = (key: string, context: Context): string =>
    `${key} ${JSON.stringify(Object.entries(context).toSorted())}`
  const wrap = (secret: string, key: string, context: Context): Uint8Array =>
    Buffer.from([before(key, context), randomBytes(8).toString('hex'), secret].join('\n'))
  const unwrap = (wrapped: Uint8Array, key: string, context: Context): string => {
    const [by, , secret] = Buffer.from(wrapped).toString().split('\n')
    if (by !== before(key, context) || secret === undefined)
      throw new Error('another key wrapped it')
    return secret
  }
  return {
    makeSecret: async (key, context) => wrap(randomBytes(32).toString('hex'), key, context),
    unwrap: async (key, wrapped, context) => Buffer.from(unwrap(wrapped, key, context), 'hex'),
    rewrap: async (wrapped, { from, to, context }) =>
      wrap(unwrap(wrapped, from, context), to, context),
  }
}
