import { createPublicKey, verify } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { createInMemoryKeys, keyIds } from '../../../local/in-memory/keys.ts'
import type { DeliveryKey } from '../../../shared/agencies/public-key.ts'
import { deliverySigner } from '../../../shared/aws/kms/delivery-key.ts'
import type { Keys } from '../../../shared/aws/kms/keys.ts'

const hours = (count: number): Date => new Date(Date.UTC(2026, 10, 23, count))

/** A signer on a clock of its own, with what it published and when. */
const aSigner = (keys: Keys = createInMemoryKeys()) => {
  const published: { readonly key: DeliveryKey; readonly at: Date }[] = []
  let time = hours(0)
  const signer = deliverySigner({
    keys,
    keyId: keyIds.delivery,
    now: () => time,
    publish: async (key, at) => void published.push({ key, at }),
  })
  return {
    signer,
    published,
    at: (when: Date): void => {
      time = when
    },
  }
}

describe('the key that signs deliveries', () => {
  it('signs what is longer than KMS signs, and is verified by what is published', async () => {
    const { signer, published } = aSigner()
    const text = 'an alert. '.repeat(5_000)
    const signature = await signer.sign(text)
    const [
      {
        key: { kty, crv, x, kid },
      } = expect.fail('nothing was published'),
    ] = published
    const key = createPublicKey({ key: { kty, crv, x }, format: 'jwk' })
    expect(verify(null, Buffer.from(text), key, signature)).toBe(true)
    expect(verify(null, Buffer.from(`${text}.`), key, signature)).toBe(false)
    expect(await signer.kid()).toBe(kid)
  })

  it('is derived and published once, for what it signs and for its name, and the same wherever it is derived', async () => {
    const keys = createInMemoryKeys()
    let calls = 0
    const mac: typeof keys.mac = (key, message) => {
      calls += 1
      return keys.mac(key, message)
    }
    const { signer, published } = aSigner({ ...keys, mac })
    await signer.sign('a')
    const kid = await signer.kid()
    expect([calls, published.length]).toEqual([1, 1])
    expect(await aSigner(keys).signer.kid()).toBe(kid)
  })

  it('says each day anew that it still signs', async () => {
    const { signer, published, at } = aSigner()
    for (const when of [0, 23, 24, 47, 48]) {
      at(hours(when))
      await signer.sign('a')
    }
    expect(published.map((one) => one.at)).toEqual([hours(0), hours(24), hours(48)])
  })

  it('signs nothing, and is not named, before it is published', async () => {
    const keys = createInMemoryKeys()
    let tries = 0
    const signer = deliverySigner({
      keys,
      keyId: keyIds.delivery,
      now: () => hours(0),
      publish: async () => {
        tries += 1
        if (tries < 3) throw new Error('the table is busy')
      },
    })
    await expect(signer.sign('a')).rejects.toThrow('the table is busy')
    await expect(signer.kid()).rejects.toThrow('the table is busy')
    expect(await signer.sign('a')).toHaveLength(64)
  })

  it('is asked for again where it could not be derived', async () => {
    const keys = createInMemoryKeys()
    let calls = 0
    const mac: typeof keys.mac = (key, message) => {
      calls += 1
      return calls === 1 ? Promise.reject(new Error('not now')) : keys.mac(key, message)
    }
    const { signer } = aSigner({ ...keys, mac })
    await expect(signer.sign('a')).rejects.toThrow('not now')
    expect(await signer.sign('a')).toHaveLength(64)
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
