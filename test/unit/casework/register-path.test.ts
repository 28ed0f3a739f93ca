import { describe, expect, it } from 'vitest'
import { northmoor as northmoorCode, westmarch } from '../../../infra/stages/local.ts'
import type { Client } from '../../../shared/agencies/client.ts'
import type { Assessment } from '../../../shared/assessing/assessment.ts'
import type { RouteName } from '../../../shared/config/routes.ts'
import { aChild, anAdult, anAdultAlone } from '../../builders/a-child.ts'
import { aConcern } from '../../builders/a-concern.ts'
import { anApiEvent } from '../../builders/an-api-event.ts'
import { northmoor, westmarchRegister } from '../../builders/clients.ts'
import { allRows, auditEntries, callsOf, deskOf, inCase } from '../../builders/hub-calls.ts'
import { startInMemoryHub } from '../../fakes/in-memory-hub.ts'

type Caller = Omit<Client, 'keys' | 'active'>
type Sent = {
  readonly id?: string
  readonly body?: unknown
  readonly version?: number
  readonly query?: Record<string, string>
  /** Nobody is named where null. */
  readonly practitioner?: string | null
  readonly headers?: Record<string, string>
}

const keeper: Caller = {
  ...westmarchRegister,
  scopes: ['register.read', 'register.write', 'register.unrestrict'],
}
const otherSignIn: Caller = { ...keeper, clientId: 'westmarch-register-lead' }
const elsewhere: Caller = {
  ...keeper,
  clientId: 'northmoor-register',
  agency: northmoor.agency,
  authority: northmoorCode,
}
const reason = 'She was taken for her sister.'

const aHub = async () => {
  const hub = await startInMemoryHub()
  const call = async (
    route: RouteName,
    { version, practitioner, headers = inCase, ...sent }: Sent = {},
    caller = keeper,
  ) =>
    hub.call(
      'register',
      anApiEvent(route, {
        ...sent,
        token: await hub.tokenFor(caller),
        headers: {
          ...(version !== undefined && { 'If-Match': `"${version}"` }),
          ...headers,
          ...(practitioner === undefined && deskOf(caller)),
          ...(typeof practitioner === 'string' && { 'Hub-Practitioner': practitioner }),
        },
      }),
    )
  const readAdult = async (id = 'A1001') => (await call('readAdult', { id })).body as Adult
  const readChild = async (id = 'C1') => (await call('readChild', { id })).body as Child
  await call('putChild', { id: 'C1', body: aChild() })
  return { hub, call, readAdult, readChild, calls: callsOf(hub) }
}
type Adult = {
  readonly version: number
  readonly person: {
    readonly names: object[]
    readonly addresses: object[]
    readonly phones: string[]
  }
  readonly previousRemoval: boolean
  readonly restricted: object
  readonly children: { readonly childId: string }[]
  readonly corrections: object[]
}
type Child = {
  readonly version: number
  readonly child: { readonly restricted: object; readonly status: { readonly code: string } }
  readonly adults: { readonly adultId: string }[]
}

describe('the new baby (P13)', () => {
  const morwenna = anAdult({
    id: 'M1',
    names: [
      { given: 'Morwenna', family: 'Tregear' },
      { given: 'Wendy', family: 'Blight' },
    ],
    dateOfBirth: '1990-11-23',
    addresses: [{ houseNumber: '3', street: 'Quay Road', postcode: 'WM3 1AB' }],
  })
  const jago = aChild({
    name: { given: 'Jago', family: 'Tregear' },
    dateOfBirth: '2020-06-01',
    status: { code: 'LOOKED_AFTER', from: '2024-02-01' },
    adults: [morwenna],
  })
  const baby = aChild({
    name: { given: 'Elowen', family: 'Tregear' },
    dateOfBirth: '2026-11-01',
    status: { code: 'IN_NEED' },
    adults: [
      anAdult({
        id: 'M1',
        names: [{ given: 'Morwenna', family: 'Tregear' }],
        dateOfBirth: '1990-11-23',
        addresses: [{ houseNumber: '9', street: 'Hill Street', postcode: 'WM2 2CD' }],
        previousRemoval: false,
      }),
    ],
  })

  it('leaves the mother her alias, her old address and the removal of her first child', async () => {
    const { call, readAdult } = await aHub()
    await call('putChild', { id: 'JAGO', body: jago })
    expect((await call('putChild', { id: 'ELOWEN', body: baby })).status).toBe(200)
    const { person, previousRemoval, children } = await readAdult('M1')
    expect(person.names).toEqual(morwenna.names)
    expect(person.addresses).toHaveLength(2)
    expect(previousRemoval).toBe(true)
    expect(children.map(({ childId }) => childId)).toEqual([
      `${westmarch}.JAGO`,
      `${westmarch}.ELOWEN`,
    ])
  })

  it('finds her by the alias', async () => {
    const { hub, call, calls } = await aHub()
    await call('putChild', { id: 'JAGO', body: jago })
    await call('putChild', { id: 'ELOWEN', body: baby })
    const { subject, ...concern } = aConcern({
      children: [{ name: { given: 'Elowen' }, dateOfBirth: '2026-11-01' }],
    })
    const sent = await calls.submit('about-wendy-blight', {
      ...concern,
      subject: {
        ...subject,
        names: [{ given: 'Wendy', family: 'Blight' }],
        dateOfBirth: '1990-11-23',
        addresses: [{ houseNumber: '3', street: 'Quay Road', postcode: 'WM3 1AB' }],
      },
    })
    expect(sent.status).toBe(202)
    await hub.settle()
    const rows = await allRows(hub, 'casework')
    const matches = rows.flatMap(({ assessment }) =>
      assessment === undefined ? [] : (assessment as Assessment).matches,
    )
    const confirmed = matches.map(({ person, match }) => [person, match.confirmed])
    expect(confirmed).toContainEqual(['subject', [`${westmarch}.M1`]])
  })
})

describe('an adult recorded alone', () => {
  it('keeps children and everything that was known', async () => {
    const { call, readAdult } = await aHub()
    const body = anAdultAlone({ names: [{ given: 'Wendy' }], phones: ['01632 960123'] })
    expect(await call('putAdult', { id: 'A1001', body })).toMatchObject({
      status: 200,
      headers: { ETag: '"2"' },
      body: { adultId: `${westmarch}.A1001`, version: 2 },
    })
    const { person, children } = await readAdult()
    expect(person.names).toEqual([{ given: 'Wendy' }, { given: 'Marta', family: 'Quillfeather' }])
    expect(children).toHaveLength(1)
  })

  it('is of the caller’s own authority, which the problem says', async () => {
    const { call } = await aHub()
    const reply = await call('putAdult', { id: 'A1', body: anAdultAlone() }, elsewhere)
    expect(reply).toMatchObject({ status: 400, body: { errors: [{ pointer: '/authority' }] } })
  })
})

describe('a record', () => {
  it('is read by either id with its version, without a key, and the read is logged', async () => {
    const { hub, call } = await aHub()
    const byOwn = await call('readChild', { id: 'C1' })
    expect(byOwn).toMatchObject({ status: 200, headers: { ETag: '"1"' } })
    expect((await call('readChild', { id: `${westmarch}.C1` })).body).toEqual(byOwn.body)
    expect(JSON.stringify(byOwn.body)).not.toContain('"keys"')
    const read = (await auditEntries(hub)).filter(({ action }) => action === 'CHILD_READ')
    const entry = {
      subjects: [`${westmarch}.C1`, `${westmarch}.A1001`],
      practitioner: 'w-westmarch-register',
      purpose: 'safeguarding',
      caseReference: 'case-7',
      codes: { version: '1' },
    }
    expect(read).toMatchObject([entry, entry])
  })

  it.each([
    ['readChild', 'C1', '/hub-practitioner', { practitioner: null }],
    ['readAdult', 'A1001', '/hub-practitioner', { practitioner: null }],
    ['listChildren', undefined, '/hub-practitioner', { practitioner: null }],
    ...Object.keys(inCase).flatMap((header) => {
      const headers = Object.fromEntries(Object.entries(inCase).filter(([name]) => name !== header))
      const pointer = `/${header.toLowerCase()}`
      return [
        ['readChild', 'C1', pointer, { headers }] as const,
        ['readAdult', 'A1001', pointer, { headers }] as const,
      ]
    }),
  ] as const)(
    'is refused by %s (%s) without %s, and no read is logged',
    async (...[route, id, pointer, sent]) => {
      const { hub, call } = await aHub()
      const reply = await call(route, { ...(id !== undefined && { id }), ...sent })
      expect(reply).toMatchObject({ status: 400, body: { errors: [{ pointer }] } })
      const actions = (await auditEntries(hub)).map(({ action }) => action)
      expect(actions.filter((action) => /_READ$|_LISTED$/.test(action))).toEqual([])
    },
  )

  it.each(['readChild', 'readAdult'] as const)(
    'of another authority is not there (%s)',
    async (route) => {
      const { call } = await aHub()
      const id = route === 'readChild' ? `${westmarch}.C1` : `${westmarch}.A1001`
      expect((await call(route, { id }, elsewhere)).status).toBe(404)
      expect((await call(route, { id: 'NOBODY' })).status).toBe(404)
    },
  )

  it('is written at the version that was read, or not', async () => {
    const { call, readChild } = await aHub()
    const body = aChild({ gp: 'Dr Ode' })
    expect((await call('putChild', { id: 'C1', body, version: 7 })).status).toBe(412)
    expect((await call('putChild', { id: 'NEW', body, version: 1 })).status).toBe(412)
    expect((await call('putChild', { id: 'C1', body, version: 1 })).status).toBe(200)
    expect((await readChild()).version).toBe(2)
  })

  it('does not show a birth mother the child who was adopted away', async () => {
    const { call, readAdult } = await aHub()
    const adopted = aChild({
      name: { given: 'Sorrel', family: 'Vane' },
      status: { code: 'ADOPTED' },
      adults: [anAdult({ livesWithChild: 'NO' })],
    })
    await call('putChild', { id: 'ADOPTED', body: adopted })
    const shown = JSON.stringify(await readAdult())
    expect(shown).not.toMatch(/ADOPTED|Sorrel|Vane/)
    expect(shown).toContain('"previousRemoval":true')
  })
})

describe('the list of children', () => {
  it('is of one’s own authority, by id, with nothing but the status, page by page', async () => {
    const { call } = await aHub()
    await call('putChild', {
      id: 'C2',
      body: aChild({ status: { code: 'CLOSED', from: '2026-01-01' } }),
    })
    await call('putChild', { id: 'C3', body: aChild({ authority: northmoorCode }) }, elsewhere)
    const first = await call('listChildren', { query: { limit: '1' } })
    const page = first.body as { items: object[]; links: { next: string } }
    expect(page.items).toEqual([
      {
        childId: `${westmarch}.C1`,
        status: 'PROTECTION_PLAN',
        links: { self: `/v1/children/${westmarch}.C1` },
      },
    ])
    const cursor = new URL(page.links.next, 'https://hub.test').searchParams.get('cursor') ?? ''
    const next = await call('listChildren', { query: { limit: '2', cursor } })
    expect(next.body).toMatchObject({
      items: [{ childId: `${westmarch}.C2`, status: 'CLOSED' }],
      links: {},
    })
    const others = await call('listChildren', {}, elsewhere)
    expect(others.body).toMatchObject({ items: [{ childId: `${northmoorCode}.C3` }] })
    expect(
      (await call('listChildren', { query: { limit: '2', cursor } }, otherSignIn)).status,
    ).toBe(400)
  })
})

describe('a correction', () => {
  it('takes back what is wrong, says so in the record, and names fields alone in the log', async () => {
    const { hub, call, readAdult } = await aHub()
    await call('putAdult', {
      id: 'A1001',
      body: anAdultAlone({ phones: ['01632 960123'], previousRemoval: true }),
    })
    const body = { remove: { phones: ['01632 960 123'], previousRemoval: true }, reason }
    expect((await call('correctAdult', { id: 'A1001', version: 2, body })).body).toEqual({
      adultId: `${westmarch}.A1001`,
      version: 3,
    })
    const { person, previousRemoval, corrections } = await readAdult()
    expect([person.phones, previousRemoval]).toEqual([[], false])
    expect(corrections).toMatchObject([
      { by: [keeper.clientId], fields: ['phones', 'previousRemoval'], reason },
    ])
    const entry = (await auditEntries(hub)).find(({ action }) => action === 'ADULT_CORRECTED')
    expect(entry?.codes).toEqual({ version: '3', fields: 'phones previousRemoval' })
  })

  it.each([
    [{ names: [{ given: 'Nobody' }] }, '/remove/names'],
    [{ names: [{ given: 'Marta', family: 'Quillfeather' }] }, '/remove/names'],
    [{ emails: ['x@example.org'] }, '/remove/emails'],
    [{ previousRemoval: true }, '/remove/previousRemoval'],
  ])('of what does not stand there, or must stay, is refused: %j', async (remove, pointer) => {
    const { call } = await aHub()
    const reply = await call('correctAdult', { id: 'A1001', version: 1, body: { remove, reason } })
    expect(reply).toMatchObject({ status: 400, body: { errors: [{ pointer }] } })
  })

  it('takes a child from an adult who never was theirs, and an adult from the child', async () => {
    const { call, readAdult, readChild } = await aHub()
    const body = { remove: { adults: ['A1001'] }, reason }
    expect((await call('correctChild', { id: 'C1', version: 1, body })).status).toBe(200)
    expect((await readChild()).adults).toEqual([])
    expect((await readAdult()).children).toEqual([])
  })

  it.each([
    ['correctChild', 'C1', { remove: { gp: true }, reason }, 428],
    ['correctAdult', 'A1001', { remove: { sex: true }, reason }, 428],
    ['deleteChild', 'C1', { reason }, 428],
    ['deleteAdult', 'A1001', { reason }, 428],
    ['liftChildRestriction', 'C1', { restriction: 'address', reason }, 428],
    ['liftAdultRestriction', 'A1001', { restriction: 'address', reason }, 428],
  ] as const)(
    'and the like needs the version that was read (%s)',
    async (...[route, id, body, status]) => {
      const { call } = await aHub()
      const sent = { id, body, practitioner: 'rk-1' }
      expect((await call(route, sent)).status).toBe(status)
      expect((await call(route, { ...sent, version: 9 })).status).toBe(412)
      expect((await call(route, { ...sent, id: 'NOBODY', version: 1 })).status).toBe(404)
      const theirs = { ...sent, id: `${westmarch}.${id}`, version: 1 }
      expect((await call(route, theirs, elsewhere)).status).toBe(404)
    },
  )
})

describe('a restriction', () => {
  const hidden = aChild({ restricted: { address: true } })
  const lifting = { restriction: 'address', reason: 'The order ended and she asks for it.' }
  const asked = { id: 'C1', body: lifting, practitioner: 'rk-1' }
  const another = { ...asked, practitioner: 'rk-2' }

  /** A hub with a hidden child at version 2. */
  const hiding = async () => {
    const { hub, call, readChild } = await aHub()
    await call('putChild', { id: 'C1', body: hidden })
    const lift = async (sent: Sent, caller = keeper) => {
      const { version } = await readChild()
      return (await call('liftChildRestriction', { ...sent, version }, caller)).body
    }
    return { hub, lift, readChild }
  }

  it('is lifted by two people, and stands until the second', async () => {
    const { hub, lift, readChild } = await hiding()
    expect(await lift(asked)).toMatchObject({ status: 'PROPOSED', version: 3 })
    expect((await readChild()).child.restricted).toMatchObject({ address: true })
    expect(await lift(another, otherSignIn)).toMatchObject({ status: 'LIFTED', version: 4 })
    expect((await readChild()).child.restricted).toMatchObject({ address: false })
    const said = (await auditEntries(hub)).filter(({ action }) => /LIFT/.test(action))
    expect(
      said.map(({ action, practitioner, codes }) => [action, practitioner, codes?.['restriction']]),
    ).toEqual(
      expect.arrayContaining([
        ['LIFTING_PROPOSED', 'rk-1', 'address'],
        ['RESTRICTION_LIFTED', 'rk-2', 'address'],
      ]),
    )
  })

  const vouching: Caller = { ...keeper, vouches: true }

  it.each<[string, string, Sent, Caller]>([
    ['PROPOSED', 'the same person again', asked, keeper],
    ['PROPOSED', 'the same person through another sign-in', asked, otherSignIn],
    ['PROPOSED', 'one system that types a second id', another, keeper],
    ['PROPOSED', 'the same id in another writing', { ...asked, practitioner: 'RK-1' }, otherSignIn],
    ['LIFTED', 'a second id through another sign-in', another, otherSignIn],
  ])('is %s after %s', async (...[status, , sent, caller]) => {
    const { lift, readChild } = await hiding()
    await lift(asked)
    expect(await lift(sent, caller)).toMatchObject({ status })
    const address = status === 'PROPOSED'
    expect((await readChild()).child.restricted).toMatchObject({ address })
  })

  it('is lifted by two ids of one system where its identity provider vouches for both', async () => {
    const { lift } = await hiding()
    await lift(asked, vouching)
    expect(await lift(another, vouching)).toMatchObject({ status: 'LIFTED' })
  })

  it('is lifted by nobody who is not named', async () => {
    const { call } = await aHub()
    await call('putChild', { id: 'C1', body: hidden })
    const unnamed = { ...asked, practitioner: null, version: 2 }
    expect(await call('liftChildRestriction', unnamed)).toMatchObject({
      status: 400,
      body: { errors: [{ pointer: '/hub-practitioner' }] },
    })
  })

  it('of an adult is lifted likewise', async () => {
    const { call, readAdult } = await aHub()
    await call('putAdult', { id: 'A1001', body: anAdultAlone({ restricted: { address: true } }) })
    await call('liftAdultRestriction', { ...asked, id: 'A1001', version: 2 })
    expect((await readAdult()).restricted).toEqual({ address: true })
    const sent = { ...another, id: 'A1001', version: 3 }
    const reply = await call('liftAdultRestriction', sent, otherSignIn)
    expect(reply.body).toMatchObject({ status: 'LIFTED' })
    expect((await readAdult()).restricted).toEqual({ address: false })
  })

  it('that does not stand cannot be lifted, nor one that another restriction’s proposal is about', async () => {
    const { call } = await aHub()
    const adopted = { ...asked, body: { ...lifting, restriction: 'adopted' }, version: 1 }
    expect((await call('liftChildRestriction', adopted)).status).toBe(409)
    await call('putChild', {
      id: 'C1',
      body: aChild({ restricted: { address: true, sensitiveService: true } }),
    })
    await call('liftChildRestriction', { ...asked, version: 2 })
    const body = { ...lifting, restriction: 'sensitiveService' }
    const other = { ...another, body, version: 3 }
    const reply = await call('liftChildRestriction', other, otherSignIn)
    expect(reply.body).toMatchObject({ status: 'PROPOSED' })
  })

  it('asks for a scope of its own', async () => {
    const { call } = await aHub()
    const writer: Caller = { ...keeper, scopes: ['register.read', 'register.write'] }
    const sent = { ...asked, version: 1 }
    expect((await call('liftChildRestriction', sent, writer)).status).toBe(403)
    expect((await call('liftAdultRestriction', { ...sent, id: 'A1001' }, writer)).status).toBe(403)
  })
})

describe('a deletion', () => {
  it('takes the child away with every key, and what was derived of the mother stays', async () => {
    const { hub, call, readAdult } = await aHub()
    await call('putChild', { id: 'C1', body: aChild({ status: { code: 'LOOKED_AFTER' } }) })
    expect(await call('deleteChild', { id: 'C1', version: 2, body: { reason } })).toMatchObject({
      status: 204,
      body: undefined,
    })
    expect((await call('readChild', { id: 'C1' })).status).toBe(404)
    expect((await call('listChildren')).body).toMatchObject({ items: [] })
    expect(await readAdult()).toMatchObject({ children: [], previousRemoval: true })
    await hub.settle()
    const rows = await allRows(hub, 'register')
    expect(rows.filter(({ sk }) => String(sk) === `CHILD#${westmarch}.C1`)).toEqual([])
    expect((await auditEntries(hub)).map(({ action }) => action)).toContain('CHILD_DELETED')
  })

  it('leaves nothing that comes after to be taken for what was before', async () => {
    const { call, readChild } = await aHub()
    await call('deleteChild', { id: 'C1', version: 1, body: { reason } })
    await call('putChild', { id: 'C1', body: aChild({ name: { given: 'Una' } }) })
    expect(await readChild()).toMatchObject({
      version: 3,
      child: { name: { given: 'Una' }, alsoKnownAs: [] },
    })
  })

  it('is no way round a restriction, nor of an adult on whom a child depends', async () => {
    const { call } = await aHub()
    expect((await call('deleteAdult', { id: 'A1001', version: 1, body: { reason } })).status).toBe(
      409,
    )
    await call('putChild', { id: 'C1', body: aChild({ restricted: { address: true } }) })
    expect((await call('deleteChild', { id: 'C1', version: 2, body: { reason } })).status).toBe(409)
    await call('putAdult', { id: 'B1', body: anAdultAlone({ restricted: { address: true } }) })
    expect((await call('deleteAdult', { id: 'B1', version: 1, body: { reason } })).status).toBe(409)
    await call('putAdult', { id: 'B2', body: anAdultAlone() })
    expect((await call('deleteAdult', { id: 'B2', version: 1, body: { reason } })).status).toBe(204)
  })
})
