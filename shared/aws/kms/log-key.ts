import { type Checkpoint, isSignedBy, noteKeyId, openByAny } from '../../audit/checkpoint.ts'
import type { SealLogDeps } from '../../casework/seal-log.ts'
import { fulfilled } from '../../kernel/fulfilled.ts'
import { HubError } from '../../kernel/hub-error.ts'
import type { Keys } from './keys.ts'

/** The 32 raw bytes of the log's public key. The private half never leaves where it is kept. */
export const readLogKey = async (keys: Keys, key: string): Promise<Buffer> => {
  const { crv, x } = (await keys.publicKey(key)).export({ format: 'jwk' })
  if (crv !== 'Ed25519' || x === undefined)
    throw new HubError('internal', "the log's key is not an Ed25519 key")
  return Buffer.from(x, 'base64url')
}

/**
 * Signs notes in the log's name. The public key is held for the life of the container, and each signature is checked against
 * it: after an alias has moved the check fails, the key is read anew and the new one is held. So no checkpoint names one key
 * and was signed by another.
 * @see https://docs.aws.amazon.com/kms/latest/APIReference/API_Sign.html
 */
export const signNoteWith = (keys: Keys, key: string, keyName: string): SealLogDeps['sign'] => {
  let held: Buffer | undefined
  return async (text) => {
    let publicKey = held ?? (await readLogKey(keys, key))
    const signature = Buffer.from(await keys.sign(key, 'Ed25519', Buffer.from(text)))
    if (!isSignedBy(publicKey, text, signature)) publicKey = await readLogKey(keys, key)
    held = publicKey
    if (!isSignedBy(publicKey, text, signature))
      throw new HubError('internal', "the signature is not by the log's key")
    return { keyName, keyId: noteKeyId(keyName, publicKey), signature }
  }
}

/**
 * Opens checkpoints that one of the log's keys signed. The public keys are held for the life of the container; where a note
 * does not open with any, they are read once more, for an alias may have moved. One that was disabled is passed over.
 */
export const openNoteWith = (
  keys: Keys,
  keyIds: readonly string[],
  origin: string,
): SealLogDeps['open'] => {
  const readAll = async (): Promise<readonly Buffer[]> =>
    fulfilled(await Promise.allSettled(keyIds.map((key) => readLogKey(keys, key))))
  const openedBy = (note: string, publicKeys: readonly Buffer[]): Checkpoint | undefined =>
    openByAny(note, { origin, publicKeys })
  let held: readonly Buffer[] | undefined
  return async (note) => {
    const opened = openedBy(note, held ?? [])
    if (opened !== undefined) return opened
    held = await readAll()
    return openedBy(note, held)
  }
}

/** What the names of a hub's logs have in common: the part before the label of the table. */
const hubOf = (origin: string): string => origin.slice(0, origin.lastIndexOf('/'))

/**
 * As {@link openNoteWith}, and of the logs too that this hub's own goes on from after a restore: each is named by its table, and
 * signed by the same keys.
 */
export const openNoteOfAnyWith = (
  keys: Keys,
  keyIds: readonly string[],
  origin: string,
): SealLogDeps['open'] => {
  const openers = new Map<string, SealLogDeps['open']>()
  return async (note) => {
    const own = note.slice(0, note.indexOf('\n'))
    if (hubOf(own) !== hubOf(origin)) return undefined
    const open = openers.get(own) ?? openNoteWith(keys, keyIds, own)
    openers.set(own, open)
    return open(note)
  }
}
