import { generateKeyPairSync } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import * as z from 'zod'
import { westmarch } from '../../../../infra/stages/local.ts'
import { hubCommand } from '../../../builders/hub-command.ts'
import { selfSigned } from '../../../builders/self-signed.ts'

const url = 'https://receiver.westmarch.example/alerts'
const pair = () => generateKeyPairSync('ec', { namedCurve: 'P-256' })
const spki = ({ publicKey }: ReturnType<typeof pair>) =>
  publicKey.export({ format: 'pem', type: 'spki' }).toString()
const pkcs8 = ({ privateKey }: ReturnType<typeof pair>) =>
  privateKey.export({ format: 'pem', type: 'pkcs8' }).toString()
const jwkOf = ({ publicKey }: ReturnType<typeof pair>, more: object) => ({
  ...publicKey.export({ format: 'jwk' }),
  ...more,
})
const by = '--by OP-1'
const listed = z.object({
  authorities: z.array(
    z.object({
      code: z.string(),
      delivery: z.unknown().optional(),
      sealingKeys: z.array(z.record(z.string(), z.string())).optional(),
    }),
  ),
})

const desk = async () => {
  const command = await hubCommand()
  return {
    ...command,
    kept: async () => {
      const { authorities } = listed.parse(await command.json('authority list'))
      return authorities.find(({ code }) => code === westmarch)
    },
  }
}

describe('an authority that is to be pushed to', () => {
  it('is, from then on, with an entry that names no address; and fetches again when that is said', async () => {
    const { run, kept, entries } = await desk()
    expect((await run(`authority deliver ${westmarch} --mode push --url ${url} ${by}`)).code).toBe(
      0,
    )
    expect(await kept()).toMatchObject({ delivery: { mode: 'push', url } })
    expect((await entries()).at(-1)).toMatchObject({
      action: 'AUTHORITY_DELIVERY_SET',
      actor: 'operator',
      practitioner: 'op-1',
      authority: westmarch,
      codes: { mode: 'push', fields: 'delivery' },
    })
    expect(JSON.stringify(await entries())).not.toContain('receiver')
    await run(`authority deliver ${westmarch} --mode queue ${by}`)
    expect(await kept()).toMatchObject({ delivery: { mode: 'queue' } })
  })

  it('may say whom to trust for its receiver, by a certificate and never by a private key', async () => {
    const { run, write, kept } = await desk()
    const { cert, key } = selfSigned('receiver.westmarch.example')
    write('cert.pem', cert)
    write('both.pem', `${cert}${key}`)
    const line = `authority deliver ${westmarch} --mode push --url ${url} ${by} --certificate`
    expect(await run(`${line} both.pem`)).toMatchObject({ code: 2 })
    expect((await run(`${line} cert.pem`)).code).toBe(0)
    expect(await kept()).toMatchObject({ delivery: { certificate: cert } })
  })
})

describe('a key that content is to be sealed to', () => {
  it('is the newest, of PEM or a set, while those before it end later', async () => {
    const { run, write, kept, entries } = await desk()
    write('one.pem', spki(pair()))
    write('two.json', { keys: [jwkOf(pair(), { kid: 'two', use: 'enc' })] })
    expect((await run(`authority seal ${westmarch} --public-key one.pem ${by}`)).code).toBe(0)
    const { out } = await run(`authority seal ${westmarch} --jwks two.json --overlap 24 ${by}`)
    expect(out).toContain('sealed to two')
    const [one, two] = (await kept())?.sealingKeys ?? []
    expect(one).toMatchObject({ until: '2026-11-24T10:00:00.000Z' })
    expect(two).toMatchObject({ kid: 'two' })
    const changes = (await entries()).filter(
      ({ action }) => action === 'AUTHORITY_SEALING_KEYS_CHANGED',
    )
    expect(changes.map(({ codes }) => codes?.['sealsTo'])).toContain('two')
    expect(changes).toHaveLength(2)
  })

  it('is revoked by its name; that none is left is said', async () => {
    const { run, write } = await desk()
    write('one.json', jwkOf(pair(), { kid: 'one' }))
    await run(`authority seal ${westmarch} --public-key one.json ${by}`)
    const { out } = await run(`authority seal ${westmarch} --revoke one ${by}`)
    expect(out).toContain('no key is in force')
    expect(await run(`authority seal ${westmarch} --revoke one ${by}`)).toMatchObject({ code: 2 })
    expect(await run(`authority seal ${westmarch} --public-key one.json ${by}`)).toMatchObject({
      code: 2,
    })
  })

  it.each<[string, unknown]>([
    ['a private key', pkcs8(pair())],
    ['a private JWK', pair().privateKey.export({ format: 'jwk' })],
    ['a key for signatures', jwkOf(pair(), { use: 'sig' })],
    ['a key of another curve', generateKeyPairSync('x25519').publicKey.export({ format: 'jwk' })],
    ['two keys', { keys: [jwkOf(pair(), { kid: 'a' }), jwkOf(pair(), { kid: 'b' })] }],
    ['no key', 'nothing'],
  ])('is not %s, of which nothing is kept', async (_, content) => {
    const { run, write, kept } = await desk()
    write('key', content)
    const told = await run(`authority seal ${westmarch} --public-key key ${by}`)
    expect(told.code).toBe(2)
    expect((await kept())?.sealingKeys).toBeUndefined()
  })

  it('is given in one way', async () => {
    const { run } = await desk()
    expect((await run(`authority seal ${westmarch} ${by}`)).said).toContain('give one of')
    const both = `authority seal ${westmarch} --public-key a --revoke b ${by}`
    expect((await run(both)).said).toContain('give one of')
  })
})
