import { describe, expect, it } from 'vitest'
import {
  northmoor as northmoorCode,
  westmarch as westmarchCode,
} from '../../../infra/stages/local.ts'
import type { Client } from '../../../shared/agencies/client.ts'
import type { Alert } from '../../../shared/alerts/alert.ts'
import type { Assessment } from '../../../shared/assessing/assessment.ts'
import { readConcernIn } from '../../../shared/aws/dynamodb/concerns.ts'
import { concernIdSchema } from '../../../shared/kernel/ids.ts'
import { aChild, anAdult, anAdultAlone } from '../../builders/a-child.ts'
import { aConcern } from '../../builders/a-concern.ts'
import { aVerdict } from '../../builders/a-verdict.ts'
import { anApiEvent } from '../../builders/an-api-event.ts'
import { northmoor, westmarch, westmarchRegister } from '../../builders/clients.ts'
import { allRows, callsOf, concernIdIn } from '../../builders/hub-calls.ts'
import { startInMemoryHub } from '../../fakes/in-memory-hub.ts'

type Caller = Omit<Client, 'keys' | 'active'>
const northmoorRegister: Caller = {
  ...westmarchRegister,
  clientId: 'northmoor-register',
  agency: 'northmoor',
  agencyName: 'Northmoor',
  authority: northmoorCode,
}
const day = 24 * 60 * 60 * 1000
const childless = { children: [], whyChildrenUnknown: 'She would not tell us their names.' }

/** A hub at which nobody is registered, and one concern about people whom nobody knows. */
const unmatched = async (change: Parameters<typeof aConcern>[0] = {}) => {
  const hub = await startInMemoryHub()
  const calls = callsOf(hub)
  const concernId = concernIdIn(await calls.submit('about-nobody-known', aConcern(change)))
  await hub.settle()
  const rows = () => allRows(hub, 'casework')
  const assessments = async () =>
    (await rows())
      .filter(({ pk, sk }) => pk === `CONCERN#${concernId}` && String(sk).startsWith('ASSESSMENT'))
      .map(({ assessment }) => assessment as Assessment)
  const alerts = async () =>
    (await rows()).flatMap(({ sk, alert }) => (sk === 'ALERT' ? [alert as Alert] : []))
  const stored = () => readConcernIn(hub.store, hub.tables)(concernIdSchema.parse(concernId))
  const put = async (id: string, child = aChild(), caller: Caller = westmarchRegister) => {
    expect((await calls.putChild(id, child, caller)).status).toBe(200)
    await hub.settle()
  }
  const putAdult = async (
    id: string,
    adult = anAdultAlone(),
    caller: Caller = westmarchRegister,
  ) => {
    const event = anApiEvent('putAdult', { id, token: await hub.tokenFor(caller), body: adult })
    expect((await hub.call('register', event)).status).toBe(200)
    await hub.settle()
  }
  return { hub, calls, concernId, rows, assessments, alerts, stored, put, putAdult }
}

const typeOf = (message: string): string | undefined =>
  /^uk\.safeguarding-hub\.(.+)\.v1$/.exec((JSON.parse(message) as { type: string }).type)?.[1]
const northmoorChild = aChild({ authority: northmoorCode })

describe('a child who is recorded after a concern named it', () => {
  it('is in the next version of the alert that its authority has, which is told so', async () => {
    const { hub, put, alerts, assessments, concernId } = await unmatched()
    expect(await alerts()).toMatchObject([{ version: 1, kind: 'unmatched', children: [] }])
    await put('C1')
    expect(await alerts()).toMatchObject([
      { concernId, version: 2, kind: 'matched', children: [`${westmarchCode}.C1`] },
    ])
    expect((await assessments()).map(({ cause }) => cause)).toEqual(['received', 'late-match'])
    await hub.settle()
    const types = hub.published.map(({ message }) => typeOf(message))
    expect(types).toEqual(['alert.raised', 'alert.updated'])
  })

  it('gives its own authority an alert where the concern stated another, which is told that it has', async () => {
    const { put, alerts } = await unmatched()
    await put('C1', northmoorChild, northmoorRegister)
    expect(await alerts()).toMatchObject([
      { authority: westmarchCode, version: 2, kind: 'unmatched', why: ['WHERE_THE_CHILD_IS'] },
      {
        authority: northmoorCode,
        version: 1,
        kind: 'matched',
        why: ['HOLDS_THE_CHILD'],
        children: [`${northmoorCode}.C1`],
      },
    ])
  })

  it('is told of once, however often its record is sent again', async () => {
    const { put, rows } = await unmatched()
    await put('C1')
    const before = await rows()
    await put('C1')
    expect(await rows()).toEqual(before)
  })

  it('is decided on once where it is only possible, however often the register changes', async () => {
    const { put, assessments, hub } = await unmatched()
    const alike = aChild({ dateOfBirth: '2019-02', adults: [], addresses: [] })
    await put('C1', alike)
    await put('C2', { ...alike, sex: 'M' })
    const decided = await assessments()
    const bands = decided.map(({ matches }) => matches.map(({ match }) => match.band))
    expect(bands.at(-1)).not.toContain('CONFIRMED')
    expect(bands.at(-1)).toContain('MANY')
    expect(decided.length).toBeLessThanOrEqual(3)
    await hub.settle()
    await hub.settle()
    expect(await assessments()).toEqual(decided)
    expect(JSON.stringify(hub.logged)).not.toContain('store-busy')
  })

  it('is found by the number that is recorded of it later', async () => {
    const number = '9434765919'
    const { put, alerts } = await unmatched({
      subject: {
        names: [{ given: 'Nobody', family: 'Atall' }],
        addresses: [],
        phones: ['01632 960999'],
        relationshipToChild: 'OTHER',
        contactLevel: 'UNKNOWN',
      },
      children: [{ name: { given: 'Odo', family: 'Quillfeather' }, nhsNumber: number }],
    })
    const other = aChild({ name: { given: 'Otto', family: 'Larch' }, addresses: [], adults: [] })
    await put('C1', other)
    expect((await alerts())[0]?.children).toEqual([])
    await put('C1', { ...other, name: { given: 'Odo', family: 'Quillfeather' }, nhsNumber: number })
    expect((await alerts())[0]?.children).toEqual([`${westmarchCode}.C1`])
  })

  it('is not looked for once the twelve months of the concern are over', async () => {
    const { hub, put, alerts } = await unmatched()
    hub.advance(366 * day)
    await put('C1')
    expect((await alerts())[0]).toMatchObject({ children: [] })
  })

  it('is not joined to a concern that its sender withdrew', async () => {
    const { hub, calls, concernId, put, alerts, stored } = await unmatched()
    const reason = { reason: 'WRONG_PERSON', words: 'It was her sister whom we meant.' }
    expect(
      (await calls.withdraw({ id: concernId, key: 'withdraw-the-concern' }, reason)).status,
    ).toBe(202)
    await hub.settle()
    expect((await stored())?.state).toBe('WITHDRAWN')
    const before = await alerts()
    await put('C1')
    expect(await alerts()).toEqual(before)
  })
})

describe('a family of whom the adult alone was known', () => {
  const alone = childless

  it('has the child who is recorded with the adult told to the child’s authority', async () => {
    const { put, putAdult, alerts, assessments } = await unmatched(alone)
    await putAdult('A1001')
    expect((await assessments()).at(-1)).toMatchObject({
      facts: { match: 'CONFIRMED' },
      joined: [],
    })
    expect(await alerts()).toMatchObject([{ version: 1, children: [] }])
    const sister = aChild({ name: { given: 'Una' }, dateOfBirth: '2024-05-05', addresses: [] })
    await put('C7', sister)
    expect(await alerts()).toMatchObject([{ version: 2, children: [`${westmarchCode}.C7`] }])
  })

  it('has a child who moves into the adult’s home told of, though no record relates them', async () => {
    const { put, putAdult, alerts } = await unmatched(alone)
    await putAdult('A1001')
    const stranger = aChild({
      name: { given: 'Ivo', family: 'Larkspur' },
      dateOfBirth: '2015-05-05',
      addresses: [{ houseNumber: '9', street: 'Mill Lane', postcode: 'WM7 7AA' }],
      adults: [],
    })
    await put('C8', stranger)
    expect((await alerts())[0]?.children).toEqual([])
    await put('C8', { ...stranger, addresses: anAdult().addresses })
    expect((await alerts())[0]?.children).toEqual([`${westmarchCode}.C8`])
  })

  it('is found when the adult takes the name that the concern gave', async () => {
    const { put, alerts } = await unmatched(alone)
    const mother = anAdult({ names: [{ given: 'Greta', family: 'Oakapple' }], addresses: [] })
    await put('C1', aChild({ addresses: [], adults: [{ ...mother, dateOfBirth: '1970-01-01' }] }))
    expect((await alerts())[0]?.children).toEqual([])
    await put('C2', aChild({ name: { given: 'Una' }, dateOfBirth: '2024-05-05' }))
    expect((await alerts())[0]?.children).toEqual([`${westmarchCode}.C1`, `${westmarchCode}.C2`])
  })
})

describe('a child who moves to another authority', () => {
  it('has the alert told to the new one, and the old one told so', async () => {
    const { put, alerts } = await unmatched()
    await put('C1')
    await put('N1', northmoorChild, northmoorRegister)
    expect(await alerts()).toMatchObject([
      { authority: westmarchCode, version: 3, children: [`${westmarchCode}.C1`] },
      { authority: northmoorCode, version: 1, children: [`${northmoorCode}.N1`] },
    ])
  })

  it('has it told though the first authority has answered already, which need not answer again', async () => {
    const { hub, calls, put, alerts } = await unmatched()
    const [alert] = await alerts()
    const id = alert?.alertId ?? ''
    await calls.answer('acknowledgeAlert', { id, version: 1 })
    const outcome = { outcome: 'ASSESSMENT_S17' }
    expect((await calls.answer('recordOutcome', { id, version: 2, body: outcome })).status).toBe(
      200,
    )
    const feedback = {
      lines: [{ kind: 'FACT', text: 'We are assessing what the child needs.' }],
      nextStep: 'We call on Monday.',
    }
    expect((await calls.answer('giveFeedback', { id, version: 3, body: feedback })).status).toBe(
      200,
    )
    await hub.settle()
    await put('N1', northmoorChild, northmoorRegister)
    expect(await alerts()).toMatchObject([
      { authority: westmarchCode, state: 'FED_BACK', version: 5 },
      { authority: northmoorCode, state: 'RAISED', version: 1, children: [`${northmoorCode}.N1`] },
    ])
    expect(await calls.listAlerts(northmoor)).toHaveLength(1)
    expect(await calls.listAlerts(westmarch)).toHaveLength(0)
  })
})

describe('a child who was expected', () => {
  const due = '2026-12-20'
  const pregnant = {
    ...aConcern().subject,
    pregnancy: { expectedDateOfDelivery: due },
  }
  const unborn = aChild({
    expectedDateOfDelivery: due,
    sex: 'U',
    status: { code: 'IN_NEED' },
    addresses: [],
  })
  const { dateOfBirth: _, name: _n, ...expected } = unborn
  const born = aChild({
    name: { given: 'Una' },
    dateOfBirth: '2026-12-14',
    sex: 'F',
    status: { code: 'IN_NEED' },
    addresses: [],
  })

  it.each<[string, Parameters<typeof aConcern>[0]]>([
    ['as the pregnancy of its mother', { ...childless, subject: pregnant }],
    ['as an unborn child', { children: [{ expectedDateOfDelivery: due }] }],
  ] as const)(
    'is found by a concern that named it %s, when it is recorded expected and when it is born',
    async (_of, sent) => {
      const { hub, put, alerts, assessments } = await unmatched(sent)
      await put('B1', expected)
      expect((await alerts())[0]).toMatchObject({ version: 2, children: [`${westmarchCode}.B1`] })
      hub.advance(25 * day)
      await put('B1', born)
      expect((await assessments()).at(-1)?.joined).toMatchObject([
        { childId: `${westmarchCode}.B1` },
      ])
      expect((await alerts())[0]?.children).toEqual([`${westmarchCode}.B1`])
    },
  )

  it('is found by it when it is first recorded as born, by another authority under another id', async () => {
    const { hub, put, alerts } = await unmatched({ ...childless, subject: pregnant })
    await put('B1', expected)
    hub.advance(25 * day)
    await put('X9', { ...born, authority: northmoorCode }, northmoorRegister)
    expect(await alerts()).toMatchObject([
      { authority: westmarchCode, children: [`${westmarchCode}.B1`] },
      { authority: northmoorCode, children: [`${northmoorCode}.X9`] },
    ])
  })

  it('is found by a concern that names it as born, though it is recorded as expected only', async () => {
    const hub = await startInMemoryHub()
    const calls = callsOf(hub)
    await calls.putChild('B1', expected)
    hub.advance(25 * day)
    await calls.submit(
      'about-the-newborn',
      aConcern({ children: [{ name: { given: 'Una' }, dateOfBirth: '2026-12-14' }] }),
    )
    await hub.settle()
    expect((await calls.listAlerts())[0]).toMatchObject({ kind: 'matched' })
  })
})

describe('an adopted child who is recorded later', () => {
  const adopted = aChild({
    name: { given: 'Fern', family: 'Hollis' },
    dateOfBirth: '2021-07-07',
    status: { code: 'ADOPTED' },
    restricted: { adopted: true },
    addresses: [],
    adults: [anAdult({ livesWithChild: 'NO' })],
  })

  it('is found by nobody through a birth parent', async () => {
    const { put, alerts, assessments } = await unmatched()
    await put('F1', adopted)
    expect((await alerts()).flatMap(({ children }) => children)).toEqual([])
    expect((await assessments()).flatMap(({ joined }) => joined)).toEqual([])
  })
})

describe('a record with a hidden address', () => {
  it('is not found by a concern that gave that address and no name', async () => {
    const { put, assessments } = await unmatched({
      subject: {
        names: [{ given: 'Somebody', family: 'Else' }],
        addresses: anAdult().addresses ?? [],
        relationshipToChild: 'OTHER',
        contactLevel: 'UNKNOWN',
      },
      ...childless,
    })
    await put('C1', aChild({ restricted: { address: true } }))
    expect(await assessments()).toHaveLength(1)
  })
})

describe('a record that begins to be hidden after a concern was told', () => {
  it('is known to the concern that it may be meant by, though nothing is told of it', async () => {
    const { putAdult, alerts, assessments } = await unmatched()
    await putAdult('A1001', anAdultAlone({ restricted: { address: true } }))
    expect((await assessments()).at(-1)).toMatchObject({
      cause: 'late-match',
      facts: { protectedHousehold: true },
      joined: [],
    })
    expect(await alerts()).toMatchObject([{ version: 1 }])
  })
})

describe('an authority that has said that a person is nobody on its register', () => {
  const twin = aChild({
    name: { given: 'Odo', family: 'Quillfether' },
    dateOfBirth: '2019-02',
    addresses: [],
    adults: [],
  })

  it('is asked anew about somebody recorded since, and not about whom it was asked before', async () => {
    const { calls, put, assessments, concernId } = await unmatched()
    await put('C5', twin)
    const [review] = await calls.listReviews()
    const nobody = aVerdict('NOBODY')
    const decided = await calls.decideReview(review?.reviewId ?? '', nobody)
    expect(decided.status).toBe(200)
    await put('C1')
    const child = (await assessments())
      .at(-1)
      ?.matches.find(({ person }) => person === 'children/0')
    expect(child?.match).toMatchObject({ band: 'CONFIRMED', confirmed: [`${westmarchCode}.C1`] })
    expect(await calls.listReviews()).toEqual([])
    expect(concernId).toBeDefined()
  })
})

describe('what is kept of a concern for whoever is recorded later', () => {
  const keptOf = async (rows: () => Promise<readonly Record<string, unknown>[]>) =>
    (await rows()).filter(({ pk, sk }) => String(pk).startsWith('LK#') || String(sk) === 'LOOKUPS')

  it('is keyed hashes, its id and whether it protects, until two years are over', async () => {
    const { rows, concernId } = await unmatched()
    const [list, ...found] = (await keptOf(rows)).toSorted((a) => (a['sk'] === 'LOOKUPS' ? -1 : 1))
    expect(Object.keys(list ?? {}).toSorted()).toEqual([
      'expiresAt',
      'keyed',
      'keys',
      'pk',
      'revision',
      'schema',
      'sk',
    ])
    expect(found.length).toBeGreaterThan(9)
    for (const row of found) {
      expect(String(row['pk'])).toMatch(/^LK#v1#[a-z-]+#[\w-]{22}$/)
      expect({ ...row, pk: '' }).toEqual({
        pk: '',
        schema: 1,
        sk: `CONCERN#${concernId}`,
        concernId,
        protects: false,
        expiresAt: Date.parse('2028-11-23T10:00:00Z') / 1000,
      })
    }
  })

  it('goes when what was held expires', async () => {
    const { hub, rows, stored } = await unmatched({ harm: 'H0' })
    expect((await stored())?.state).toBe('HELD')
    hub.advance(91 * day)
    await hub.settle()
    expect(await keptOf(rows)).toEqual([])
  })

  it('is there before the assessment is: a child who is recorded between its reading and its writing is found', async () => {
    const hub = await startInMemoryHub()
    const calls = callsOf(hub)
    await calls.submit('about-nobody-known', aConcern())
    const { transact } = hub.store
    let isBetween = true
    Object.assign(hub.store, {
      transact: async (actions: Parameters<typeof transact>[0]) => {
        const isCommit = JSON.stringify(actions).includes('"ASSESSMENT#0001"')
        if (isCommit && isBetween) {
          isBetween = false
          await calls.putChild('C1')
        }
        return transact(actions)
      },
    })
    await hub.settle()
    expect(isBetween).toBe(false)
    const causes = (await allRows(hub, 'casework')).flatMap(({ assessment }) =>
      assessment === undefined ? [] : [(assessment as Assessment).cause],
    )
    expect(causes.toSorted()).toEqual(['late-match', 'received'])
    expect(await calls.listAlerts()).toMatchObject([{ kind: 'matched', version: 2 }])
  })
})
