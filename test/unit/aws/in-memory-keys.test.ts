import { verify } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { createInMemoryKeys, keyIds } from '../../../local/in-memory/keys.ts'
import { isSignedBy } from '../../../shared/audit/checkpoint.ts'
import { readLogKey, signNoteWith } from '../../../shared/aws/kms/log-key.ts'

const keys = createInMemoryKeys()
const message = Buffer.from('a.b')

describe('keys in memory', () => {
  it('sign tokens with 64 bytes that the public half verifies', async () => {
    const signature = await keys.sign(keyIds.token, 'ES256', message)
    const key = await keys.publicKey(keyIds.token)
    expect(signature).toHaveLength(64)
    expect(verify('sha256', message, { key, dsaEncoding: 'ieee-p1363' }, signature)).toBe(true)
  })

  it('sign notes of the log', async () => {
    const signed = await signNoteWith(keys, keyIds.log, 'hub.example/log')('text\n')
    expect(signed.signature).toHaveLength(64)
  })

  it('tell the log’s public half once, for as long as it fits what is signed', async () => {
    const asked: string[] = []
    const counting = {
      ...keys,
      publicKey: (key: string) => {
        asked.push(key)
        return keys.publicKey(key)
      },
    }
    const sign = signNoteWith(counting, keyIds.log, 'hub.example/log')
    const first = await sign('text\n')
    const second = await sign('another text\n')
    expect(asked).toEqual([keyIds.log])
    expect(second.keyId).toEqual(first.keyId)
  })

  it('tell it anew once the log’s key is another, and sign nothing that does not fit it', async () => {
    const other = createInMemoryKeys()
    let [signing, telling] = [keys, keys]
    const moving = {
      ...keys,
      sign: (...asked: Parameters<typeof keys.sign>) => signing.sign(...asked),
      publicKey: (key: string) => telling.publicKey(key),
    }
    const sign = signNoteWith(moving, keyIds.log, 'hub.example/log')
    const { keyId } = await sign('text\n')
    signing = other
    await expect(sign('text\n')).rejects.toThrow('not by the log')
    telling = other
    const moved = await sign('text\n')
    expect(moved.keyId).not.toEqual(keyId)
    const raw = await readLogKey(other, keyIds.log)
    expect(isSignedBy(raw, 'text\n', moved.signature)).toBe(true)
  })

  it('know a code of their own from any other', async () => {
    const mac = await keys.mac(keyIds.cursor, message)
    expect(mac).toHaveLength(32)
    expect(await keys.isMac(keyIds.cursor, { message, mac })).toBe(true)
    expect(await keys.isMac(keyIds.cursor, { message, mac: mac.slice(1) })).toBe(false)
    expect(await keys.isMac(keyIds.cursor, { message: Buffer.from('a.c'), mac })).toBe(false)
  })

  it('unwrap a secret in its own context only, and make another each time', async () => {
    const context = { purpose: 'match-index', version: 'v1' }
    const wrapped = await keys.makeSecret(keyIds.index, context)
    const secret = await keys.unwrap(keyIds.index, wrapped, context)
    expect(secret).toHaveLength(32)
    expect(await keys.makeSecret(keyIds.index, context)).not.toEqual(wrapped)
    await expect(
      keys.unwrap(keyIds.index, wrapped, { ...context, version: 'v2' }),
    ).rejects.toThrow()
  })

  it.each([
    ['sign', () => keys.sign(keyIds.cursor, 'ES256', message)],
    ['sign otherwise than made for', () => keys.sign(keyIds.token, 'Ed25519', message)],
    ['make codes', () => keys.mac(keyIds.token, message)],
    ['wrap', () => keys.makeSecret(keyIds.cursor, {})],
  ])('do not %s when they are for another use', async (_, use) => {
    await expect(use()).rejects.toThrow()
  })
})
