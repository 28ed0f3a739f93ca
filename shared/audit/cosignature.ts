/** Decided here: how a witness signs a checkpoint that it has seen go on from the one before. @see https://c2sp.org/tlog-cosignature */
import { createHash, createPublicKey, type KeyObject, sign, verify } from 'node:crypto'
import { textOfNote } from './checkpoint.ts'

const cosigned = Uint8Array.of(4)

/** The 32 raw bytes of an Ed25519 key's public half. */
const rawOf = (publicKey: KeyObject): Buffer =>
  Buffer.from(publicKey.export({ format: 'jwk' }).x ?? '', 'base64url')

const keyIdOf = (name: string, publicKey: Buffer): Buffer =>
  createHash('sha256')
    .update(`${name}\n`)
    .update(cosigned)
    .update(publicKey)
    .digest()
    .subarray(0, 4)

/** Seconds since 1970 stand in the signature: when the witness saw it. */
const messageOf = (note: string, seconds: number): Buffer =>
  Buffer.from(`cosignature/v1\ntime ${seconds}\n${textOfNote(note)}`)

/** How whoever trusts a witness is told of its key. */
export const witnessKey = (name: string, key: KeyObject): string => {
  const publicKey = rawOf(createPublicKey(key))
  const text = Buffer.concat([cosigned, publicKey]).toString('base64')
  return `${name}+${keyIdOf(name, publicKey).toString('hex')}+${text}`
}

export type Witness = { readonly name: string; readonly key: KeyObject }

/** The note with the witness's signature beneath the others. */
export const cosign = (note: string, { name, key }: Witness, now: Date): string => {
  const seconds = Math.floor(now.getTime() / 1000)
  const time = Buffer.alloc(8)
  time.writeBigUInt64BE(BigInt(seconds))
  const keyId = keyIdOf(name, rawOf(createPublicKey(key)))
  const signature = sign(null, messageOf(note, seconds), key)
  return `${note}— ${name} ${Buffer.concat([keyId, time, signature]).toString('base64')}\n`
}

/** How long a cosignature is, and nothing else in a note: key id, time, signature. */
const length = 4 + 8 + 64

/** When witnesses, whoever they are, say that they signed the note: unverified. */
export const statedTimes = (note: string): readonly Date[] =>
  note
    .slice(textOfNote(note).length + 1)
    .split('\n')
    .map((line) => Buffer.from(line.split(' ')[2] ?? '', 'base64'))
    .filter((bytes) => bytes.length === length)
    .map((bytes) => new Date(Number(bytes.readBigUInt64BE(4)) * 1000))

/** When this witness signed the note; undefined where it did not. */
export const cosignedAt = (note: string, { name, key }: Witness): Date | undefined => {
  const publicKey = createPublicKey(key)
  for (const line of note.slice(textOfNote(note).length + 1).split('\n')) {
    if (!line.startsWith(`— ${name} `)) continue
    const bytes = Buffer.from(line.slice(`— ${name} `.length), 'base64')
    if (bytes.length !== length) continue
    const seconds = Number(bytes.readBigUInt64BE(4))
    if (!bytes.subarray(0, 4).equals(keyIdOf(name, rawOf(publicKey)))) continue
    if (verify(null, messageOf(note, seconds), publicKey, bytes.subarray(12)))
      return new Date(seconds * 1000)
  }
  return undefined
}
