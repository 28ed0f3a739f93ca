import { createHash } from 'node:crypto'
import { withKey } from './key-unavailable.ts'
import type { Keys } from './keys.ts'

/** Of no cursor: the context of each holds a bar. */
const messageOf = (text: string): Uint8Array =>
  createHash('sha256').update(`asked-for\n${text}`).digest()

/** A hash that nobody can make who does not hold the key: of a text that may be guessed, and must not be found by trying. */
export const keyedHashOf =
  (keys: Pick<Keys, 'mac'>, keyId: string) =>
  async (text: string): Promise<string> =>
    Buffer.from(await withKey(() => keys.mac(keyId, messageOf(text)))).toString('base64url')
