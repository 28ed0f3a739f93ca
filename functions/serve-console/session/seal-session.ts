import { CompactEncrypt, compactDecrypt, decodeProtectedHeader } from 'jose'

/** Keys of the console's cookies, a new one each day, by its name. */
export type CookieKeys = {
  readonly current: () => Promise<{ readonly kid: string; readonly key: Uint8Array }>
  /** None where that day is over. */
  readonly of: (kid: string) => Promise<Uint8Array | undefined>
}

/** No cookie that a browser keeps is larger. */
const mostLength = 4000

/** Seals a value so that only the console can read or make it: a compact JWE. @see RFC 7516; `dir`, A256GCM */
export const seal = async (keys: CookieKeys, kind: string, value: unknown): Promise<string> => {
  const { kid, key } = await keys.current()
  return new CompactEncrypt(Buffer.from(JSON.stringify(value)))
    .setProtectedHeader({ alg: 'dir', enc: 'A256GCM', kid, typ: kind })
    .encrypt(key)
}

/** What was sealed as this kind; undefined for whatever else somebody sends. */
export const unseal = async (
  keys: CookieKeys,
  kind: string,
  sealed: string | undefined,
): Promise<unknown> => {
  if (sealed === undefined || sealed.length > mostLength) return undefined
  try {
    const { kid, typ } = decodeProtectedHeader(sealed)
    const key = typ === kind && kid !== undefined ? await keys.of(kid) : undefined
    if (key === undefined) return undefined
    const { plaintext } = await compactDecrypt(sealed, key, {
      keyManagementAlgorithms: ['dir'],
      contentEncryptionAlgorithms: ['A256GCM'],
    })
    return JSON.parse(Buffer.from(plaintext).toString())
  } catch {
    return undefined
  }
}
