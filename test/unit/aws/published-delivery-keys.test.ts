import { generateKeyPairSync } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import * as z from 'zod'
import { grantsOf, type RoleHolder, roleHolders } from '../../../infra/grants.ts'
import { westmarch } from '../../../infra/stages/local.ts'
import { authoritySchema } from '../../../shared/agencies/directory.ts'
import type { DeliveryKey } from '../../../shared/agencies/public-key.ts'
import { put } from '../../../shared/aws/dynamodb/actions.ts'
import {
  publishDeliveryKeyIn,
  readDeliveryKeysIn,
} from '../../../shared/aws/dynamodb/delivery-keys.ts'
import { authorityRow } from '../../../shared/aws/dynamodb/directory.ts'
import { deliveryKeyKey } from '../../../shared/aws/dynamodb/keys.ts'
import { thumbprintOfEd25519 } from '../../../shared/kernel/jwk-thumbprint.ts'
import { anApiEvent } from '../../builders/an-api-event.ts'
import { anSqsEvent } from '../../builders/an-sqs-event.ts'
import { startInMemoryHub } from '../../fakes/in-memory-hub.ts'

const days = (count: number): number => count * 24 * 60 * 60 * 1_000

const aKey = (): DeliveryKey => {
  const { x = '' } = generateKeyPairSync('ed25519').publicKey.export({ format: 'jwk' })
  const kid = thumbprintOfEd25519(x)
  return { kty: 'OKP', crv: 'Ed25519', x, kid, alg: 'EdDSA', use: 'sig' }
}

/** A hub that pushes to Westmarch, and what it publishes. */
const aHub = async () => {
  const hub = await startInMemoryHub()
  const keys = async () => {
    const { body } = await hub.call('token', anApiEvent('publishKeys'))
    const read = z.object({ keys: z.array(z.looseObject({ kty: z.string(), kid: z.string() })) })
    return read.parse(body).keys
  }
  const delivery = { mode: 'push', url: 'https://receiver.westmarch.example/alerts' }
  const pushedTo = { code: westmarch, name: 'Westmarch', key: 'westmarch', delivery }
  await hub.store.transact([
    put(hub.tables.directory, authorityRow(authoritySchema.parse(pushedTo))),
  ])
  const body = JSON.stringify({ id: 'r#1', type: 'uk.safeguarding-hub.review.raised.v1', data: {} })
  return {
    hub,
    ofTokens: async () => (await keys()).filter(({ kty }) => kty === 'EC').length,
    fields: async () => (await keys()).map((key) => Object.keys(key).toSorted().join(' ')),
    ofDeliveries: async () =>
      (await keys()).filter(({ kty }) => kty === 'OKP').map(({ kid }) => kid),
    push: () => hub.deliver(anSqsEvent(body, { authority: westmarch, sentAt: hub.now() })),
  }
}

describe('the keys of deliveries that the hub publishes', () => {
  it('are none before anything was signed, and one by the time the first delivery arrives', async () => {
    const { hub, ofTokens, ofDeliveries, push } = await aHub()
    expect([await ofTokens(), await ofDeliveries()]).toEqual([2, []])
    let seen: readonly string[] = []
    hub.receivers.onPost = async () => {
      seen = await ofDeliveries()
    }
    await push()
    expect(seen).toHaveLength(1)
    await push()
    expect([await ofTokens(), await ofDeliveries()]).toEqual([2, seen])
  })

  it('hold one that signs no more for five weeks, beside the next, which stands first', async () => {
    const { hub, ofDeliveries, push } = await aHub()
    const former = aKey()
    await publishDeliveryKeyIn(hub.store, hub.tables.tokens)(former, hub.now())
    hub.advance(days(1))
    await push()
    const [current, ...others] = await ofDeliveries()
    expect([current === former.kid, others]).toEqual([false, [former.kid]])
    hub.advance(days(34) - 1)
    expect(await ofDeliveries()).toEqual([current, former.kid])
    hub.advance(1)
    expect(await ofDeliveries()).toEqual([current])
    hub.advance(days(1))
    expect(await ofDeliveries()).toEqual([])
    await push()
    expect(await ofDeliveries()).toEqual([current])
  })

  it('hold nothing of a private half', async () => {
    const { fields, push } = await aHub()
    await push()
    const ofToken = 'alg crv kid kty use x y'
    expect(await fields()).toEqual([ofToken, ofToken, 'alg crv kid kty use x'])
  })

  it('hold none in the name of another', async () => {
    const { hub, ofDeliveries, push } = await aHub()
    await push()
    const [current = ''] = await ofDeliveries()
    const key = { ...aKey(), kid: current }
    const expiresAt = hub.now().getTime()
    await hub.store.transact([
      put(hub.tables.tokens, { ...deliveryKeyKey('other'), key, expiresAt }),
    ])
    const read = readDeliveryKeysIn(hub.store, hub.tables.tokens, hub.now)
    expect((await read()).map(({ x }) => x)).not.toContain(key.x)
    expect(await ofDeliveries()).toEqual([current])
  })
})

describe('the key that signs deliveries', () => {
  const holding = (resource: string): readonly RoleHolder[] =>
    roleHolders.filter((name) => grantsOf(name).some(([of]) => of === resource))

  it('is in the hands of the one that delivers, and its public half is read and never written by the one that publishes', () => {
    expect(holding('delivery')).toEqual(['deliver-alerts'])
    expect(new Map(grantsOf('issue-token')).get('deliveryKeys')).toEqual(['Query'])
    expect(holding('deliveryKeys')).toEqual(['issue-token', 'deliver-alerts'])
  })
})
