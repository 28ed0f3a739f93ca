import {
  compactDecrypt,
  compactVerify,
  decodeProtectedHeader,
  exportJWK,
  importJWK,
  importPKCS8,
} from 'jose'
import { thumbprintOf } from '../../shared/kernel/jwk-thumbprint.ts'
import { sealedType } from '../../shared/outbox/sealed.ts'
import type { PublishedKeys } from './published-keys.ts'

type PrivateKey = Awaited<ReturnType<typeof importPKCS8>>

/** A private key that alerts may be sealed to, by the names that the hub may call it. */
export type UnsealingKey = { readonly names: readonly string[]; readonly key: PrivateKey }

/** Opens what is sealed: the content, or why it cannot be taken. */
export type Open = (
  sealed: string,
) => Promise<
  | { readonly kind: 'opened'; readonly content: unknown }
  | { readonly kind: 'refused'; readonly why: 'no-key' | 'not-the-hubs' | 'not-ours' }
>

/** @throws TypeError when it is no private key on P-256 in PEM (PKCS #8) */
export const readUnsealingKey = async (pem: string, name?: string): Promise<UnsealingKey> => {
  try {
    const key = await importPKCS8(pem, 'ECDH-ES+A256KW', { extractable: true })
    const { x = '', y = '' } = await exportJWK(key)
    return { names: [thumbprintOf({ x, y }), ...(name === undefined ? [] : [name])], key }
  } catch (error) {
    throw new TypeError('this is no private key on P-256 in PEM (PKCS #8)', { cause: error })
  }
}

const decodedKid = (token: string): string | undefined => {
  try {
    return decodeProtectedHeader(token).kid
  } catch {
    return undefined
  }
}

const signedBy = async (sealed: string, keys: PublishedKeys): Promise<string | undefined> => {
  try {
    const { kid, typ } = decodeProtectedHeader(sealed)
    const x = kid === undefined ? undefined : (await keys.ofDelivery(kid)).get(kid)
    if (typ !== sealedType || x === undefined) return undefined
    const key = await importJWK({ kty: 'OKP', crv: 'Ed25519', x }, 'EdDSA')
    const { payload } = await compactVerify(sealed, key, { algorithms: ['EdDSA'] })
    return Buffer.from(payload).toString()
  } catch {
    return undefined
  }
}

const openedBy = async (jwe: string, { key }: UnsealingKey): Promise<unknown> => {
  try {
    const { plaintext } = await compactDecrypt(jwe, key, {
      keyManagementAlgorithms: ['ECDH-ES+A256KW'],
      contentEncryptionAlgorithms: ['A256GCM'],
    })
    return JSON.parse(Buffer.from(plaintext).toString())
  } catch {
    return undefined
  }
}

/** Those of our keys that it may be sealed to: the one that it names, or any where we call none so. */
const keysFor = (jwe: string, ours: readonly UnsealingKey[]): readonly UnsealingKey[] => {
  const kid = decodedKid(jwe)
  const named = ours.filter(({ names }) => names.some((name) => name === kid))
  return named.length > 0 ? named : ours
}

/** Opens what the hub sealed: signed by a key that it publishes, to a key of ours. */
export const openSealed =
  (ours: readonly UnsealingKey[], published: PublishedKeys): Open =>
  async (sealed) => {
    if (ours.length === 0) return { kind: 'refused', why: 'no-key' }
    const jwe = await signedBy(sealed, published)
    if (jwe === undefined) return { kind: 'refused', why: 'not-the-hubs' }
    for (const key of keysFor(jwe, ours)) {
      const content = await openedBy(jwe, key)
      if (content !== undefined) return { kind: 'opened', content }
    }
    return { kind: 'refused', why: 'not-ours' }
  }
