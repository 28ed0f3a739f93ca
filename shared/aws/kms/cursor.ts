import { createHash } from 'node:crypto'
import * as z from 'zod'
import { HubError } from '../../kernel/hub-error.ts'
import { withKey } from './key-unavailable.ts'
import type { Keys } from './keys.ts'

/** Hashed first, for KMS takes 4 kB at most. `context` ties a cursor to its caller and question, so that one cannot be carried to another. */
const messageOf = (payload: string, context: string): Uint8Array =>
  createHash('sha256').update(`${context}\n${payload}`).digest()

// A payload, and the 43 characters that an HMAC of 32 bytes takes.
const partsSchema = z.tuple([z.string().regex(/^[\w-]+$/), z.string().regex(/^[\w-]{43}$/)])
const positionSchema = z.record(z.string(), z.unknown())

const refused = (): HubError =>
  new HubError('request-invalid', 'the query does not fit its contract', {
    faults: [{ pointer: '/cursor', detail: 'query: not a cursor of this question' }],
  })

/** Page cursors that say where a page ended, signed by a key so that nobody can make one up. */
export const cursorsOf = (keys: Keys, keyId: string) => ({
  seal: async (position: unknown, context: string): Promise<string> => {
    const payload = Buffer.from(JSON.stringify(position)).toString('base64url')
    const mac = await withKey(() => keys.mac(keyId, messageOf(payload, context)))
    return `${payload}.${Buffer.from(mac).toString('base64url')}`
  },
  /** @throws HubError request-invalid when it was not made here, for this caller and this question */
  open: async (cursor: string, context: string): Promise<Record<string, unknown>> => {
    const parts = partsSchema.safeParse(cursor.split('.'))
    if (!parts.success) throw refused()
    const [payload, mac] = parts.data
    const signed = { message: messageOf(payload, context), mac: Buffer.from(mac, 'base64url') }
    if (!(await withKey(() => keys.isMac(keyId, signed)))) throw refused()
    return positionSchema.parse(JSON.parse(Buffer.from(payload, 'base64url').toString()))
  },
})
