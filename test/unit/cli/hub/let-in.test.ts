import { randomUUID } from 'node:crypto'
import { decodeProtectedHeader, SignJWT } from 'jose'
import { describe, expect, it } from 'vitest'
import * as z from 'zod'
import { aConcern } from '../../../builders/a-concern.ts'
import { anApiEvent } from '../../../builders/an-api-event.ts'
import { hubCommand } from '../../../builders/hub-command.ts'
import { aSigningKey } from '../../../builders/signing-keys.ts'

type SigningKey = ReturnType<typeof aSigningKey>
const by = ['--by', 'OP-1']
const hours = 60 * 60 * 1000

const letIn = async () => {
  const command = await hubCommand()
  const { hub, run, write } = command
  const key = aSigningKey()
  write('key.json', key.jwk)
  await run(
    'client register first --role referrer --agency turning-tide --public-key key.json',
    ...by,
  )
  const ask = async ({ privateKey, kid }: SigningKey) => {
    const seconds = Math.floor(hub.now().getTime() / 1000)
    const assertion = await new SignJWT({ jti: randomUUID() })
      .setProtectedHeader({ alg: 'ES256', kid })
      .setIssuer('first')
      .setSubject('first')
      .setAudience(`${hub.issuer}/token`)
      .setIssuedAt(seconds)
      .setExpirationTime(seconds + 60)
      .sign(privateKey)
    const rawBody = new URLSearchParams({
      grant_type: 'client_credentials',
      client_assertion_type: 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer',
      client_assertion: assertion,
    }).toString()
    const headers = { 'Content-Type': 'application/x-www-form-urlencoded' }
    return hub.call('token', anApiEvent('issueToken', { rawBody, headers }))
  }
  return { ...command, key, ask }
}

const tokenIn = (body: unknown): string =>
  z.object({ access_token: z.string() }).parse(body).access_token

describe('a system that the operator let in', () => {
  it('gets a token by its key and sends a concern', async () => {
    const { hub, ask, key } = await letIn()
    const token = tokenIn((await ask(key)).body)
    const headers = { 'Idempotency-Key': 'one-key-for-each-concern' }
    const event = anApiEvent('submitConcern', { token, body: aConcern(), headers })
    expect((await hub.call('submit', event)).status).toBe(202)
  })

  it('is known by both keys until the old one ends, and then by the new one alone', async () => {
    const { hub, run, write, ask, key } = await letIn()
    const next = aSigningKey()
    write('next.json', next.jwk)
    await run('client rotate first --jwks next.json --overlap 1', ...by)
    for (const one of [key, next]) expect((await ask(one)).status).toBe(200)
    hub.advance(hours)
    expect((await ask(key)).status).toBe(401)
    expect((await ask(next)).status).toBe(200)
  })

  it('gets no token once it is suspended, and one again once that is lifted', async () => {
    const { run, ask, key } = await letIn()
    await run('client suspend first', ...by)
    expect((await ask(key)).status).toBe(401)
    await run('client suspend first --lift', ...by)
    expect((await ask(key)).status).toBe(200)
  })

  it('keeps a token that it had, for its five minutes and no longer', async () => {
    const { hub, run, ask, key } = await letIn()
    const token = tokenIn((await ask(key)).body)
    await run('client suspend first', ...by)
    const listed = () => hub.call('follow', anApiEvent('listConcerns', { token }))
    expect((await listed()).status).toBe(200)
    hub.advance(306_000)
    expect((await listed()).status).toBe(401)
  })
})

describe('the key that signs access tokens', () => {
  const shown = z.object({ signs: z.string(), published: z.array(z.string()).length(2) })

  it('is the other from the next token on, and tokens of both are good', async () => {
    const { hub, json, ask, key, entries } = await letIn()
    const before = shown.parse(await json('token-key show'))
    const next = before.published.find((kid) => kid !== before.signs) ?? ''
    const old = tokenIn((await ask(key)).body)
    await json(`token-key use ${next}`, ...by)
    const fresh = tokenIn((await ask(key)).body)
    expect([old, fresh].map((token) => decodeProtectedHeader(token).kid)).toEqual([
      before.signs,
      next,
    ])
    for (const token of [old, fresh])
      expect((await hub.call('follow', anApiEvent('listConcerns', { token }))).status).toBe(200)
    expect(shown.parse(await json('token-key show')).signs).toBe(next)
    const chosen = (await entries()).find(({ action }) => action === 'TOKEN_KEY_CHOSEN')
    expect(chosen).toMatchObject({ practitioner: 'op-1', subjects: [next] })
  })

  it('is none that the hub does not publish, and not the one that signs already', async () => {
    const { json, run } = await letIn()
    const { signs } = shown.parse(await json('token-key show'))
    expect((await run('token-key use another', ...by)).said).toContain('publishes no key another')
    expect((await run(`token-key use ${signs}`, ...by)).said).toContain(
      'signs access tokens already',
    )
  })
})
