import { createPublicKey, verify } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { createInMemoryKeys, keyIds } from '../../../local/in-memory/keys.ts'
import { deliverySigner, readDeliveryKey } from '../../../shared/aws/kms/delivery-key.ts'

describe('the key that signs deliveries', () => {
  it('signs what is longer than KMS signs, and is verified by what is published', async () => {
    const keys = createInMemoryKeys()
    const text = 'an alert. '.repeat(5_000)
    const signature = await deliverySigner(keys, keyIds.delivery).sign(text)
    const { kty, crv, x, kid } = await readDeliveryKey(keys, keyIds.delivery)
    const published = createPublicKey({ key: { kty, crv, x }, format: 'jwk' })
    expect(verify(null, Buffer.from(text), published, signature)).toBe(true)
    expect(verify(null, Buffer.from(`${text}.`), published, signature)).toBe(false)
    expect((await readDeliveryKey(keys, keyIds.delivery)).kid).toBe(kid)
  })

  it('is derived once, for what it signs and for its name', async () => {
    const keys = createInMemoryKeys()
    let calls = 0
    const mac: typeof keys.mac = (key, message) => {
      calls += 1
      return keys.mac(key, message)
    }
    const signer = deliverySigner({ ...keys, mac }, keyIds.delivery)
    await signer.sign('a')
    const { kid } = await readDeliveryKey(keys, keyIds.delivery)
    expect([await signer.kid(), calls]).toEqual([kid, 1])
  })

  it('is asked for again where it could not be derived', async () => {
    const keys = createInMemoryKeys()
    let calls = 0
    const mac: typeof keys.mac = (key, message) => {
      calls += 1
      return calls === 1 ? Promise.reject(new Error('not now')) : keys.mac(key, message)
    }
    const { sign } = deliverySigner({ ...keys, mac }, keyIds.delivery)
    await expect(sign('a')).rejects.toThrow('not now')
    expect(await sign('a')).toHaveLength(64)
  })
})

describe('a key that was disabled', () => {
  it('keeps nobody from signing with the other one', async () => {
    const keys = createInMemoryKeys()
    const { openNoteWith, signNoteWith } = await import('../../../shared/aws/kms/log-key.ts')
    const publicKey: typeof keys.publicKey = (key) =>
      key === keyIds.log ? Promise.reject(new Error('disabled')) : keys.publicKey(key)
    const half = { ...keys, publicKey }
    const text = 'log\n1\nAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=\n'
    const { keyId, signature } = await signNoteWith(half, keyIds.logNext, 'log')(text)
    const note = `${text}\n— log ${Buffer.concat([keyId, signature]).toString('base64')}\n`
    const open = openNoteWith(half, [keyIds.log, keyIds.logNext], 'log')
    expect((await open(note))?.size).toBe(1)
  })
})
