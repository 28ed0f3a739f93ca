/** Decided here: what the hub signs about its log, byte for byte as the C2SP specifications have it. */
import { createHash, createPublicKey, verify } from 'node:crypto'
import type { Hash } from './merkle.ts'

/** All that a log says about itself: who it is, how many entries it holds, and the root over them. */
export type Checkpoint = { readonly origin: string; readonly size: number; readonly root: Hash }

/** One signature of a note. `keyId` is four bytes: a hint at which key to try, not proof of it. */
export type NoteSignature = {
  readonly keyName: string
  readonly keyId: Buffer
  readonly signature: Buffer
}

/** The text that is signed. @see https://c2sp.org/tlog-checkpoint */
export const checkpointText = ({ origin, size, root }: Checkpoint): string =>
  `${origin}\n${size}\n${root.toString('base64')}\n`

const ed25519 = Uint8Array.of(1)

/** Key id of an Ed25519 key by its 32 raw bytes. @see https://c2sp.org/signed-note */
export const noteKeyId = (keyName: string, publicKey: Buffer): Buffer =>
  createHash('sha256')
    .update(`${keyName}\n`)
    .update(ed25519)
    .update(publicKey)
    .digest()
    .subarray(0, 4)

/** @see https://c2sp.org/signed-note */
export const signedNote = (text: string, { keyName, keyId, signature }: NoteSignature): string =>
  `${text}\n— ${keyName} ${Buffer.concat([keyId, signature]).toString('base64')}\n`

/** The signed text of a note: all up to its last empty line; whole if there is none. */
export const textOfNote = (note: string): string => note.slice(0, note.lastIndexOf('\n\n') + 1)

/** How a verifier is told of an Ed25519 key. @see https://c2sp.org/signed-note */
export const verifierKey = (keyName: string, publicKey: Buffer): string => {
  const key = Buffer.concat([ed25519, publicKey]).toString('base64')
  return `${keyName}+${noteKeyId(keyName, publicKey).toString('hex')}+${key}`
}

const textPattern = /^(?<origin>[^\n]+)\n(?<size>0|[1-9]\d{0,15})\n(?<root>[A-Za-z0-9+/]{43}=)\n$/
const linePattern = /^— (?<name>[^\s+]+) (?<signature>[A-Za-z0-9+/]+={0,2})$/

/** What a note says, whoever signed it; undefined where it is no checkpoint. */
export const checkpointIn = (note: string): Checkpoint | undefined => {
  const parts = textPattern.exec(textOfNote(note))?.groups
  if (parts?.['origin'] === undefined) return undefined
  const root = Buffer.from(parts['root'] ?? '', 'base64')
  return { origin: parts['origin'], size: Number(parts['size']), root }
}

/**
 * The checkpoint, if the log of this origin signed it with this key (32 raw bytes). Other people's signatures beside it,
 * such as a witness's, are passed over; one by the log's own key that does not verify refuses the whole note.
 */
export const openCheckpoint = (
  note: string,
  log: { readonly origin: string; readonly publicKey: Buffer },
): Checkpoint | undefined => {
  const text = textOfNote(note)
  const said = checkpointIn(note)
  const own = note
    .slice(text.length + 1)
    .split('\n')
    .map((line) => linePattern.exec(line)?.groups)
    .filter((line) => line?.['name'] === log.origin)
    .map((line) => Buffer.from(line?.['signature'] ?? '', 'base64'))
    .filter((line) => line.subarray(0, 4).equals(noteKeyId(log.origin, log.publicKey)))
  if (said?.origin !== log.origin || own.length === 0) return undefined
  return own.every((line) => isSignedBy(log.publicKey, text, line.subarray(4))) ? said : undefined
}

/** Whether one of the note's signatures is by this key of the log. */
export const isSignedByKey = (
  note: string,
  log: { readonly origin: string; readonly publicKey: Buffer },
): boolean => openCheckpoint(note, log) !== undefined

/** Whether the key, by its 32 raw bytes, made this Ed25519 signature of the text. @see RFC 8032 */
export const isSignedBy = (publicKey: Buffer, text: string, signature: Buffer): boolean => {
  const key = createPublicKey({
    key: { kty: 'OKP', crv: 'Ed25519', x: publicKey.toString('base64url') },
    format: 'jwk',
  })
  return verify(null, Buffer.from(text), key, signature)
}
