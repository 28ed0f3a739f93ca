import { sign } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { westmarch as westmarchCode } from '../../../infra/stages/local.ts'
import { quotaKey } from '../../../shared/aws/dynamodb/keys.ts'
import { londonDay } from '../../../shared/calendar/london-day.ts'
import { countUse } from '../../../shared/casework/count-use.ts'
import { type QuotaKind, quotas } from '../../../shared/codes/quotas.ts'
import type { RouteName } from '../../../shared/config/routes.ts'
import { HubError } from '../../../shared/kernel/hub-error.ts'
import { aChild } from '../../builders/a-child.ts'
import { aConcern } from '../../builders/a-concern.ts'
import { anApiEvent } from '../../builders/an-api-event.ts'
import { justification } from '../../builders/an-emergency-access.ts'
import {
  drugService,
  drugServiceLead,
  westmarch,
  westmarchOwner,
  westmarchRegister,
} from '../../builders/clients.ts'
import { signed } from '../../builders/forged-tokens.ts'
import { callsOf } from '../../builders/hub-calls.ts'
import { startInMemoryHub } from '../../fakes/in-memory-hub.ts'

type Concern = Parameters<typeof aConcern>[0]
type Client = typeof drugService

const why = { 'Hub-Case-Reference': 'CASE-1', 'Hub-Purpose': 'safeguarding' }
const who = { 'Hub-Practitioner': 'SW-1' }
const day = 24 * 60 * 60 * 1000

const started = async () => {
  const hub = await startInMemoryHub()
  const calls = callsOf(hub)
  let keys = 0
  const key = (): string => {
    keys += 1
    return `quota-test-key-${String(keys).padStart(6, '0')}`
  }
  const rowOf = (client: Client) =>
    hub.store.get(hub.tables.intake, quotaKey(client.clientId, londonDay(hub.now())))
  return {
    hub,
    calls,
    key,
    rowOf,
    /** As if the client had done all that it may today. */
    exhaust: (client: Client, kind: QuotaKind) =>
      hub.store.update(hub.tables.intake, {
        key: quotaKey(client.clientId, londonDay(hub.now())),
        add: { [kind]: quotas[kind].aDay },
      }),
    send: (concern: Concern = {}) => calls.submit(key(), aConcern(concern)),
    messages: () =>
      hub.published
        .filter(({ queue }) => queue === 'escalations-partnership')
        .map(({ message }) => JSON.parse(message) as { type: string; data: unknown })
        .filter(({ type }) => type === 'uk.safeguarding-hub.quota.exceeded.v1'),
    actions: async () =>
      (await hub.rows('auditEntries')).map(({ entry }) => (entry as { action: string }).action),
  }
}

const unbornWithAbuse: Concern = {
  flags: ['UNBORN'],
  factors: ['3A'],
  domesticAbuse: { childPresent: 'UNKNOWN' },
  children: [{ expectedDateOfDelivery: '2027-02-01' }],
}
const phoned = { phoneCallMade: { made: true } } as const

describe('a service that has sent all that it may in a day', () => {
  it('is refused below H3, told whom to telephone, and when it may try again', async () => {
    const { exhaust, send, actions } = await started()
    expect((await send()).status).toBe(202)
    await exhaust(drugService, 'concerns')
    const reply = await send()
    expect(reply).toMatchObject({
      status: 429,
      headers: { 'Retry-After': String(14 * 60 * 60) },
      body: { type: 'urn:safeguarding-hub:problem:quota-exceeded' },
    })
    expect(JSON.stringify(reply.body)).toContain('Telephone the partnership lead')
    expect(await actions()).toContain('QUOTA_EXCEEDED')
  })

  it.each<[string, Concern]>([
    ['H3', { harm: 'H3', ...phoned }],
    ['H4', { harm: 'H4', ...phoned }],
    ['H1 with the child in a delusion', { harm: 'H1', flags: ['DELUSION_INVOLVES_CHILD'] }],
    ['H2 with abuse of a pregnant woman', unbornWithAbuse],
  ])('is heard about %s', async (_, concern) => {
    const { exhaust, send, rowOf } = await started()
    await exhaust(drugService, 'concerns')
    expect((await send(concern)).status).toBe(202)
    expect((await rowOf(drugService))?.['concerns']).toBe(quotas.concerns.aDay + 1)
  })

  it('may send again on the next day in London', async () => {
    const { hub, exhaust, send } = await started()
    await exhaust(drugService, 'concerns')
    hub.advance(14 * 60 * 60 * 1000 - 1)
    expect((await send()).status).toBe(429)
    hub.advance(1)
    expect((await send()).status).toBe(202)
  })

  it('keeps no other service from sending', async () => {
    const { exhaust, key, calls } = await started()
    await exhaust(drugService, 'concerns')
    const other = { ...drugService, clientId: 'drug-service#2' }
    expect((await calls.submit(key(), aConcern(), other)).status).toBe(202)
  })

  it('is asked about once a day, by counts and by nobody’s name', async () => {
    const { hub, exhaust, send, messages, actions } = await started()
    await exhaust(drugService, 'concerns')
    for (let sent = 0; sent < 3; sent += 1) await send({ harm: 'H3', ...phoned })
    await hub.settle()
    await send()
    await hub.settle()
    const over = [
      { kind: 'concerns', count: quotas.concerns.aDay + 3, quota: quotas.concerns.aDay },
    ]
    expect(messages().map(({ data }) => data)).toEqual([
      { clientId: 'drug-service', agencyName: 'Turning Tide', day: '2026-11-23', over },
    ])
    expect((await actions()).filter((action) => action === 'QUOTA_TOLD')).toHaveLength(1)
    hub.advance(day)
    await exhaust(drugService, 'concerns')
    await send()
    await hub.settle()
    expect(messages()).toHaveLength(2)
  })

  it('with a client id that holds what parts others is asked about by that id', async () => {
    const { hub, exhaust, key, calls, messages } = await started()
    const odd = { ...drugService, clientId: 'drug#service' }
    await exhaust(odd, 'concerns')
    await calls.submit(key(), aConcern(), odd)
    await hub.settle()
    expect(messages().map(({ data }) => data)).toMatchObject([{ clientId: 'drug#service' }])
  })
})

describe('what a client is told of its day', () => {
  const secondsLeft = 14 * 60 * 60

  it('is how many it may still send, and until when, in every answer', async () => {
    const { send } = await started()
    await send()
    expect((await send()).headers).toMatchObject({
      'RateLimit-Policy': `"concerns";q=${quotas.concerns.aDay};w=86400`,
      RateLimit: `"concerns";r=${quotas.concerns.aDay - 2};t=${secondsLeft}`,
    })
  })

  it('is the same whether or not the family is known, and whatever its concerns caused', async () => {
    const told = []
    for (const isKnown of [true, false]) {
      const { hub, calls, exhaust, send } = await started()
      if (isKnown) await calls.putChild('C1')
      else await exhaust(drugService, 'reviews')
      await send()
      await hub.settle()
      const { headers } = await send()
      told.push([headers['RateLimit'], headers['RateLimit-Policy']])
    }
    expect(told[0]).toEqual(told[1])
  })

  it('is never that nothing is left, where what is graver or waits for somebody goes on', async () => {
    const { calls, exhaust, send } = await started()
    await exhaust(drugService, 'concerns')
    const { status, headers } = await send({ harm: 'H4', ...phoned })
    expect([status, headers['RateLimit']]).toEqual([202, undefined])
    expect(headers['RateLimit-Policy']).toContain('"concerns"')
    await exhaust(westmarch, 'reads')
    const read = await calls.readAlert('01a207d9-2100-7000-8000-000000000001')
    expect(read.headers['RateLimit']).toBeUndefined()
  })

  it('is how many tokens it may still have', async () => {
    const { hub, rowOf } = await started()
    const key = await hub.register(drugService)
    const iat = Math.floor(hub.now().getTime() / 1000)
    const { clientId } = drugService
    const assertion = await signed(
      { alg: 'ES256', kid: 'k1' },
      { iss: clientId, sub: clientId, aud: hub.issuer, jti: 'used-once', iat, exp: iat + 60 },
      async (input) => sign('sha256', input, { key, dsaEncoding: 'ieee-p1363' }),
    )
    const form = new URLSearchParams({
      grant_type: 'client_credentials',
      client_assertion_type: 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer',
      client_assertion: assertion,
    })
    const type = { 'Content-Type': 'application/x-www-form-urlencoded' }
    const event = anApiEvent('issueToken', { rawBody: form.toString(), headers: type })
    const { status, headers } = await hub.call('token', event)
    expect(status).toBe(200)
    expect(headers['RateLimit']).toBe(`"tokens";r=${quotas.tokens.aDay - 1};t=${secondsLeft}`)
    expect((await rowOf(drugService))?.['tokens']).toBe(1)
  })
})

describe('a count', () => {
  it('is the same whether or not the family is known, and expires', async () => {
    const rows = []
    for (const isKnown of [true, false]) {
      const { hub, calls, send, rowOf } = await started()
      if (isKnown) await calls.putChild('C1')
      await send()
      await hub.settle()
      rows.push(await rowOf(drugService))
    }
    expect(rows[0]).toEqual(rows[1])
    expect(rows[0]?.['concerns']).toBe(1)
    expect(Number(rows[0]?.['expiresAt'])).toBeGreaterThan(Date.parse('2026-11-24') / 1000)
  })

  it('that the table is too busy to take holds nobody up', async () => {
    const use = { clientId: 'a', agencyName: 'A', day: '2026-11-23', kind: 'concerns' } as const
    const ask = () => Promise.resolve()
    const busy = () => Promise.reject(new HubError('store-busy', 'a'))
    const broken = () => Promise.reject(new Error('a'))
    expect(await countUse(use, { tally: busy, ask })).toEqual({ isOver: false })
    await expect(countUse(use, { tally: broken, ask })).rejects.toThrow('a')
  })
})

describe('questions to people', () => {
  const refused = { consent: { status: 'REFUSED' } } as const

  it('are counted against the service whose concerns cause them; too many are asked about, and refuse nothing', async () => {
    const { hub, exhaust, send, rowOf, messages } = await started()
    await exhaust(drugService, 'reviews')
    await send(refused)
    await hub.settle()
    expect((await rowOf(drugService))?.['reviews']).toBeGreaterThan(quotas.reviews.aDay)
    await hub.settle()
    expect(messages()).toHaveLength(1)
    expect((await send(refused)).status).toBe(202)
  })
})

describe('a change of consent', () => {
  const change = async (
    { hub, key }: Awaited<ReturnType<typeof started>>,
    id: string,
    consent: unknown,
  ) =>
    hub.call(
      'changeConsent',
      anApiEvent('changeConsent', {
        id,
        token: await hub.tokenFor(drugService),
        headers: { 'Idempotency-Key': key() },
        body: consent,
      }),
    )
  const idOf = ({ body }: { body: unknown }) => (body as { concernId: string }).concernId
  const refused = { status: 'REFUSED' } as const

  it('that changes nothing opens nothing', async () => {
    const all = await started()
    const id = idOf(await all.send({ consent: refused }))
    await all.hub.settle()
    const before = await all.actions()
    expect((await change(all, id, refused)).status).toBe(202)
    await all.hub.settle()
    const after = (await all.actions()).slice(before.length)
    expect(after.toSorted()).toEqual(['CONSENT_APPLIED', 'CONSENT_CHANGED'])
    expect((await change(all, id, { status: 'GIVEN' })).status).toBe(202)
    await all.hub.settle()
    expect(await all.actions()).toContain('CONCERN_REASSESSED')
  })

  it('over the quota is refused below H3 and taken at H3', async () => {
    const all = await started()
    const [need, harm] = [await all.send(), await all.send({ harm: 'H3', ...phoned })]
    await all.exhaust(drugService, 'consentChanges')
    expect((await change(all, idOf(need), refused)).status).toBe(429)
    expect((await change(all, idOf(harm), refused)).status).toBe(202)
  })
})

describe('reads', () => {
  type Api = Parameters<Awaited<ReturnType<typeof started>>['hub']['call']>[0]
  const read = async (
    { hub }: Awaited<ReturnType<typeof started>>,
    client: Client,
    [api, route, id]: readonly [Api, RouteName, string?],
  ) =>
    hub.call(
      api,
      anApiEvent(route, {
        ...(id !== undefined && { id }),
        token: await hub.tokenFor(client),
        headers: { ...why, ...who },
      }),
    )
  const reader = { ...westmarch, scopes: [...westmarch.scopes, 'reviews.read' as const] }
  const chronology = ['chronology', 'readChronology', `${westmarchCode}.C1`] as const

  it('over the quota end where people are looked up', async () => {
    const all = await started()
    await all.calls.putChild('C1')
    await all.exhaust(westmarchRegister, 'reads')
    for (const asked of [
      ['register', 'readChild', 'C1'],
      ['register', 'readAdult', 'A1001'],
      ['register', 'listChildren'],
    ] as const)
      expect([asked, (await read(all, westmarchRegister, asked)).status]).toEqual([asked, 429])
    await all.exhaust(reader, 'reads')
    expect((await read(all, reader, chronology)).status).toBe(429)
  })

  it('over the quota end where a register is searched', async () => {
    const all = await started()
    await all.exhaust(westmarchRegister, 'reads')
    const name = { given: 'Odo', family: 'Quillfeather' }
    const { status } = await all.hub.call(
      'register',
      anApiEvent('searchRegister', {
        token: await all.hub.tokenFor(westmarchRegister),
        headers: { ...why, ...who },
        body: { kind: 'child', name, dateOfBirth: '2019-02-03' },
      }),
    )
    expect(status).toBe(429)
  })

  it('over the quota go on where something waits for whoever reads, or a sender follows its own', async () => {
    const all = await started()
    await all.exhaust(reader, 'reads')
    await all.exhaust(drugServiceLead, 'reads')
    const follower = {
      ...drugServiceLead,
      scopes: [...drugServiceLead.scopes, 'concerns.read' as const],
    }
    expect((await read(all, reader, ['read', 'listAlerts'])).status).toBe(200)
    expect((await read(all, reader, ['review', 'listReviews'])).status).toBe(200)
    expect((await read(all, follower, ['follow', 'listConcerns'])).status).toBe(200)
  })

  it('of a chronology go on where something of H3 or H4 stands in it', async () => {
    const all = await started()
    await all.calls.putChild('C1')
    await all.send({ harm: 'H3', ...phoned })
    await all.hub.settle()
    await all.exhaust(reader, 'reads')
    expect((await read(all, reader, chronology)).status).toBe(200)
  })
})

describe('a preview', () => {
  const preview = async (
    { hub }: Awaited<ReturnType<typeof started>>,
    headers: Record<string, string>,
  ) =>
    hub.call(
      'preview',
      anApiEvent('previewConcern', {
        token: await hub.tokenFor(westmarchOwner),
        headers: { ...who, ...headers },
        query: { agencyType: 'substance-misuse' },
        body: aConcern({ harm: 'H4', ...phoned }),
      }),
    )

  it.each(Object.keys(why))('is refused without its %s, and not counted', async (header) => {
    const all = await started()
    const { [header as keyof typeof why]: _, ...rest } = why
    expect((await preview(all, rest)).status).toBe(400)
    expect(await all.rowOf(westmarchOwner)).toBeUndefined()
  })

  it('is limited per day at every level, for nothing real is refused by it', async () => {
    const all = await started()
    await all.calls.putChild('C1', aChild())
    expect((await preview(all, why)).status).toBe(200)
    await all.exhaust(westmarchOwner, 'previews')
    expect((await preview(all, why)).status).toBe(429)
  })
})

describe('what is asked in an emergency', () => {
  const body = {
    object: { kind: 'chronology', id: `${westmarchCode}.C404` },
    justification,
  }
  const asking = async (
    { hub }: Awaited<ReturnType<typeof started>>,
    caller: Client,
    workId: string,
  ): Promise<number> =>
    (
      await hub.call(
        'emergency',
        anApiEvent('askEmergencyAccess', {
          token: await hub.tokenFor(caller),
          headers: { ...why, 'Hub-Practitioner': workId },
          body,
        }),
      )
    ).status
  const vouching = { ...westmarch, vouches: true }

  it('is counted of each person whom somebody vouches for, whatever they ask about', async () => {
    const all = await started()
    for (let asked = 0; asked < quotas.emergencies.aDay; asked += 1)
      expect(await asking(all, vouching, 'SW-1')).toBe(202)
    expect(await asking(all, vouching, 'sw-1')).toBe(429)
    expect(await asking(all, vouching, 'SW-2')).toBe(202)
    const entries = await all.actions()
    expect(entries.filter((action) => action === 'QUOTA_EXCEEDED')).toHaveLength(1)
    await all.hub.settle()
    expect(all.messages()).toHaveLength(1)
    expect(JSON.stringify(all.messages())).not.toContain('sw-1')
  })

  it('is counted of a whole system, where that could name anybody; but nobody there is turned away at night for what others asked', async () => {
    const all = await started()
    await all.exhaust(westmarch, 'emergencies')
    expect([await asking(all, westmarch, 'SW-1'), await asking(all, westmarch, 'SW-2')]).toEqual([
      202, 202,
    ])
  })
})
