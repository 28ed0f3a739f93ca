import { createPublicKey } from 'node:crypto'
import { GetPublicKeyCommand, type KMSClient, SignCommand } from '@aws-sdk/client-kms'
import { isSignedBy, noteKeyId } from '../../audit/checkpoint.ts'
import type { SealLogDeps } from '../../casework/seal-log.ts'
import { HubError } from '../../kernel/hub-error.ts'

/** The 32 raw bytes of the log's public key. The private half never leaves KMS. */
export const readLogKey = async (client: KMSClient, key: string): Promise<Buffer> => {
  const { PublicKey } = await client.send(new GetPublicKeyCommand({ KeyId: key }))
  const { crv, x } = createPublicKey({
    key: Buffer.from(PublicKey ?? []),
    format: 'der',
    type: 'spki',
  }).export({ format: 'jwk' })
  if (crv !== 'Ed25519' || x === undefined)
    throw new HubError('internal', "the log's key is not an Ed25519 key")
  return Buffer.from(x, 'base64url')
}

/**
 * Signs notes in the log's name. The public key is read each time and the signature checked against it, so that an alias
 * moved between two calls cannot leave a checkpoint that names one key and was signed by another.
 * @see https://docs.aws.amazon.com/kms/latest/APIReference/API_Sign.html
 */
export const signNoteWith =
  (client: KMSClient, key: string, keyName: string): SealLogDeps['sign'] =>
  async (text) => {
    const publicKey = await readLogKey(client, key)
    const { Signature } = await client.send(
      new SignCommand({
        KeyId: key,
        Message: Buffer.from(text),
        MessageType: 'RAW',
        SigningAlgorithm: 'ED25519_SHA_512',
      }),
    )
    const signature = Buffer.from(Signature ?? [])
    if (!isSignedBy(publicKey, text, signature))
      throw new HubError('internal', "the signature is not by the log's key")
    return { keyName, keyId: noteKeyId(keyName, publicKey), signature }
  }
