import { GetPublicKeyCommand, type KMSClient, SignCommand } from '@aws-sdk/client-kms'

/** Fetches the public half of the token key, as PEM. Once a cold start: the key changes only by deployment. */
export const publicKeyPem = async (client: KMSClient, keyId: string): Promise<string> => {
  const { PublicKey } = await client.send(new GetPublicKeyCommand({ KeyId: keyId }))
  if (PublicKey === undefined) throw new Error('KMS gave no public key')
  const lines =
    Buffer.from(PublicKey)
      .toString('base64')
      .match(/.{1,64}/g) ?? []
  return ['-----BEGIN PUBLIC KEY-----', ...lines, '-----END PUBLIC KEY-----', ''].join('\n')
}

const coordinateBytes = 32

/** Reads one INTEGER of a DER signature and gives it at the fixed length of a P-256 coordinate. */
const coordinate = (
  der: Uint8Array,
  at: number,
): { readonly value: Uint8Array; readonly next: number } => {
  const length = der[at + 1] ?? 0
  const value = Buffer.alloc(coordinateBytes)
  const digits = Buffer.from(der.subarray(at + 2, at + 2 + length)).subarray(-coordinateBytes)
  digits.copy(value, coordinateBytes - digits.length)
  return { value, next: at + 2 + length }
}

/** KMS gives ECDSA signatures in DER; a JWS wants r and s side by side. @see RFC 7518 §3.4 */
export const rawSignature = (der: Uint8Array): Uint8Array => {
  const r = coordinate(der, 2)
  const s = coordinate(der, r.next)
  return Buffer.concat([r.value, s.value])
}

/** Signs with the key that never leaves KMS; gives the raw 64 bytes. */
export const signWith =
  (client: KMSClient, keyId: string) =>
  async (message: Uint8Array): Promise<Uint8Array> => {
    const { Signature } = await client.send(
      new SignCommand({
        KeyId: keyId,
        Message: message,
        MessageType: 'RAW',
        SigningAlgorithm: 'ECDSA_SHA_256',
      }),
    )
    if (Signature === undefined) throw new Error('KMS gave no signature')
    return rawSignature(Signature)
  }
