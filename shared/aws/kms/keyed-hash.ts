import { createHash } from 'node:crypto'
import type { Keys } from './keys.ts'

/** A keyed hash of a text, 43 characters: whoever has no use of the key cannot try what it was made of. */
export const keyedHashOf =
  (keys: Pick<Keys, 'mac'>, key: string) =>
  async (text: string): Promise<string> => {
    // Hashed first, for KMS takes 4 kB at most and need not see it.
    const message = createHash('sha256').update(`audit\n${text}`).digest()
    return Buffer.from(await keys.mac(key, message)).toString('base64url')
  }
