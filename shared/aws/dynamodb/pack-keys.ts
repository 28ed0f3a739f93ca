import * as z from 'zod'

export const packedKeysSchema = z.record(z.string(), z.instanceof(Uint8Array))
/** Keys of the match index as a row holds them: the hashes of each kind end to end, sixteen bytes each. */
export type PackedKeys = Readonly<z.infer<typeof packedKeysSchema>>

const hashBytes = 16
// `<key version>#<kind of key>#<HMAC in base64url>`
const keyForm = /^(.+)#([\w-]{22})$/

/** @throws Error for a key that was not made by the index's own hash */
export const packKeys = (keys: readonly string[]): PackedKeys => {
  const hashes = new Map<string, Buffer[]>()
  for (const key of keys) {
    const [, kind, hash] = keyForm.exec(key) ?? []
    if (kind === undefined || hash === undefined) throw new Error('not a hashed key of the index')
    hashes.set(kind, [...(hashes.get(kind) ?? []), Buffer.from(hash, 'base64url')])
  }
  return Object.fromEntries(
    [...hashes].map(([kind, parts]) => [kind, new Uint8Array(Buffer.concat(parts))]),
  )
}

const hashesIn = (bytes: Uint8Array): string[] =>
  Array.from({ length: bytes.length / hashBytes }, (_, at) =>
    Buffer.from(bytes.subarray(at * hashBytes, (at + 1) * hashBytes)).toString('base64url'),
  )

/** The keys again, in order. */
export const unpackKeys = (packed: PackedKeys): string[] =>
  Object.entries(packed)
    .flatMap(([kind, bytes]) => hashesIn(bytes).map((hash) => `${kind}#${hash}`))
    .toSorted()
