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

const verifierKeyPattern = /^(?<name>[^\s+]+)\+(?<keyId>[0-9a-f]{8})\+(?<key>[A-Za-z0-9+/]{44})$/

/** A key as {@link verifierKey} writes it; undefined where the text is none, or its parts do not fit each other. */
export const readVerifierKey = (
  text: string,
): { readonly name: string; readonly publicKey: Buffer } | undefined => {
  const { name = '', key = '' } = verifierKeyPattern.exec(text)?.groups ?? {}
  const publicKey = Buffer.from(key, 'base64').subarray(1)
  return verifierKey(name, publicKey) === text ? { name, publicKey } : undefined
}

const textPattern = /^(?<origin>[^\n]+)\n(?<size>0|[1-9]\d{0,15})\n(?<root>[A-Za-z0-9+/]{43}=)\n$/
const linePattern = /^— (?<name>[^\s+]+) (?<signature>[A-Za-z0-9+/]+={0,2})$/

/** What a note says of a log, whoever signed it: of one that the hub itself keeps. */
export const checkpointIn = (note: string): Checkpoint | undefined => {
  const parts = textPattern.exec(textOfNote(note))?.groups
  if (parts === undefined) return undefined
  const { origin = '', size, root = '' } = parts
  return { origin, size: Number(size), root: Buffer.from(root, 'base64') }
}

type Line = { readonly name: string; readonly signature: Buffer }

/** One way to write each signature, so that no byte of a line can be another. */
const readLine = (line: string): Line | undefined => {
  const { name = '', signature = '' } = linePattern.exec(line)?.groups ?? {}
  const bytes = Buffer.from(signature, 'base64')
  return bytes.length > 0 && bytes.toString('base64') === signature
    ? { name, signature: bytes }
    : undefined
}

/** The lines of signatures beneath the text; undefined where one is none, or the last does not end. */
const signaturesOf = (note: string, text: string): readonly Line[] | undefined => {
  const lines = note.slice(text.length + 1).split('\n')
  const read = lines.slice(0, -1).flatMap((line) => readLine(line) ?? [])
  return lines.at(-1) === '' && read.length === lines.length - 1 ? read : undefined
}

/**
 * The text of a note, if this key (32 raw bytes) of this name signed it. Other people's signatures beside it, such as a witness's, are
 * passed over; one by the same key that does not verify refuses the whole note, and so does a line that is no signature.
 */
export const openNote = (
  note: string,
  { name, publicKey }: { readonly name: string; readonly publicKey: Buffer },
): string | undefined => {
  const text = textOfNote(note)
  const own = signaturesOf(note, text)
    ?.filter((line) => line.name === name)
    .filter(({ signature }) => signature.subarray(0, 4).equals(noteKeyId(name, publicKey)))
  if (own === undefined || own.length === 0) return undefined
  return own.every(({ signature }) => isSignedBy(publicKey, text, signature.subarray(4)))
    ? text
    : undefined
}

/** The checkpoint, if the log of this origin signed it with this key. */
export const openCheckpoint = (
  note: string,
  { origin, publicKey }: { readonly origin: string; readonly publicKey: Buffer },
): Checkpoint | undefined => {
  const said = checkpointIn(note)
  if (said?.origin !== origin) return undefined
  return openNote(note, { name: origin, publicKey }) === undefined ? undefined : said
}

/** The checkpoint, if the log signed it with one of its keys. */
export const openByAny = (
  note: string,
  { origin, publicKeys }: { readonly origin: string; readonly publicKeys: readonly Buffer[] },
): Checkpoint | undefined =>
  publicKeys
    .map((publicKey) => openCheckpoint(note, { origin, publicKey }))
    .find((opened) => opened !== undefined)

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
