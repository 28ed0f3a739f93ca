import { createPublicKey } from 'node:crypto'
import {
  DecryptCommand,
  GenerateDataKeyCommand,
  GenerateMacCommand,
  GetPublicKeyCommand,
  type KMSClient,
  KMSInvalidMacException,
  SignCommand,
  VerifyMacCommand,
} from '@aws-sdk/client-kms'
import { withKey } from './key-unavailable.ts'
import type { Keys, SignatureAlgorithm } from './keys.ts'
import { rawSignature } from './raw-signature.ts'

const algorithms = {
  ES256: { kms: 'ECDSA_SHA_256', asJws: rawSignature },
  Ed25519: { kms: 'ED25519_SHA_512', asJws: (signature: Uint8Array) => signature },
} as const satisfies Record<SignatureAlgorithm, unknown>

const hmac = 'HMAC_SHA_256'

const given = (value: Uint8Array | undefined, what: string): Uint8Array => {
  if (value === undefined) throw new Error(`KMS gave no ${what}`)
  return value
}

const signing = (client: KMSClient): Pick<Keys, 'publicKey' | 'sign'> => ({
  publicKey: async (key) => {
    const { PublicKey } = await client.send(new GetPublicKeyCommand({ KeyId: key }))
    const der = Buffer.from(given(PublicKey, 'public key'))
    return createPublicKey({ key: der, format: 'der', type: 'spki' })
  },
  sign: async (key, algorithm, message) => {
    const { kms, asJws } = algorithms[algorithm]
    const { Signature } = await client.send(
      new SignCommand({
        KeyId: key,
        Message: message,
        MessageType: 'RAW',
        SigningAlgorithm: kms,
      }),
    )
    return asJws(given(Signature, 'signature'))
  },
})

const codes = (client: KMSClient): Pick<Keys, 'mac' | 'isMac'> => ({
  mac: async (key, message) => {
    const { Mac } = await client.send(
      new GenerateMacCommand({ KeyId: key, MacAlgorithm: hmac, Message: message }),
    )
    return given(Mac, 'code')
  },
  isMac: async (key, { message, mac }) => {
    try {
      await client.send(
        new VerifyMacCommand({ KeyId: key, MacAlgorithm: hmac, Message: message, Mac: mac }),
      )
      return true
    } catch (error) {
      if (error instanceof KMSInvalidMacException) return false
      throw error
    }
  },
})

const wrapping = (client: KMSClient): Pick<Keys, 'makeSecret' | 'unwrap'> => ({
  makeSecret: async (key, context) => {
    const { CiphertextBlob } = await client.send(
      new GenerateDataKeyCommand({
        KeyId: key,
        KeySpec: 'AES_256',
        EncryptionContext: { ...context },
      }),
    )
    return given(CiphertextBlob, 'data key')
  },
  unwrap: async (key, wrapped, context) => {
    const { Plaintext } = await client.send(
      new DecryptCommand({
        CiphertextBlob: wrapped,
        KeyId: key,
        EncryptionContext: { ...context },
      }),
    )
    return given(Plaintext, 'plaintext')
  },
})

/** Keys as KMS keeps them. @throws as {@link withKey} says */
export const kmsKeys = (client: KMSClient): Keys => {
  const { publicKey, sign } = signing(client)
  const { mac, isMac } = codes(client)
  const { makeSecret, unwrap } = wrapping(client)
  return {
    publicKey: (...of) => withKey(() => publicKey(...of)),
    sign: (...of) => withKey(() => sign(...of)),
    mac: (...of) => withKey(() => mac(...of)),
    isMac: (...of) => withKey(() => isMac(...of)),
    makeSecret: (...of) => withKey(() => makeSecret(...of)),
    unwrap: (...of) => withKey(() => unwrap(...of)),
  }
}
