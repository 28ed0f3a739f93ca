import { describe, expect, it } from 'vitest'
import { westmarch } from '../../infra/stages/local.ts'
import type { Assessment } from '../../shared/assessing/assessment.ts'
import { bandOf } from '../../shared/assessing/person-match.ts'
import { adultOf, childOf } from '../../shared/aws/dynamodb/register-rows.ts'
import { aChild, anAdult } from '../builders/a-child.ts'
import { aConcern } from '../builders/a-concern.ts'
import { anApiEvent } from '../builders/an-api-event.ts'
import { westmarchRegister } from '../builders/clients.ts'
import { allRows, auditEntries, callsOf } from '../builders/hub-calls.ts'
import type { TestHub } from '../fakes/test-hub.ts'
import { startCaseworkHub } from './in-process-hub.ts'

const aHub = async () => {
  const hub = await startCaseworkHub('register')
  return { hub, calls: callsOf(hub) }
}

type IndexRow = { readonly pk: string; readonly sk: string; readonly entry: { id: string } }

const rowsOf = async (hub: TestHub) => {
  const rows = await allRows(hub, 'register')
  return {
    index: rows.filter(({ pk }) => String(pk).startsWith('BK#')) as unknown as readonly IndexRow[],
    adults: rows.flatMap((row) => adultOf(row) ?? []),
    children: rows.flatMap((row) => childOf(row) ?? []),
  }
}

/** Every key of everybody leads to them, and no row leads anywhere else, once the sweep has been. */
const expectSound = async (hub: TestHub): Promise<void> => {
  await hub.settle()
  const { index, adults, children } = await rowsOf(hub)
  const wanted = [
    ...adults.flatMap(({ adultId, keys }) => keys.map((key) => `BK#${key} ADULT#${adultId}`)),
    ...children.flatMap(({ childId, keys }) => keys.map((key) => `BK#${key} CHILD#${childId}`)),
  ]
  expect(index.map(({ pk, sk }) => `${pk} ${sk}`).toSorted()).toEqual(wanted.toSorted())
  for (const { sk, entry } of index) expect(sk.replace(/^\w+#/, '')).toBe(entry.id)
  const waiting = await allRows(hub, 'casework')
  expect(waiting.filter(({ pk }) => String(pk).startsWith('REGISTER#'))).toEqual([])
}

const renamed = anAdult({
  names: [{ given: 'Wilhelmina', family: 'Oakapple' }],
  dateOfBirth: '1988-12-30',
  addresses: [{ houseNumber: '2', street: 'Kiln Yard', postcode: 'WM9 9ZZ' }],
})

/** The best band of the people of the newest concern. */
const matchOf = async (hub: TestHub): Promise<unknown> => {
  const rows = await allRows(hub, 'casework')
  const assessments = rows.flatMap(({ assessment }) =>
    assessment === undefined ? [] : [assessment as Pick<Assessment, 'matches'>],
  )
  return bandOf(assessments.at(-1)?.matches ?? [])
}

describe('recording a child', () => {
  it('twice the same leaves the same rows and the same version', async () => {
    const { hub, calls } = await aHub()
    expect((await calls.putChild('C1')).body).toEqual({ childId: `${westmarch}.C1`, version: 1 })
    const before = await allRows(hub, 'register')
    expect((await calls.putChild('C1')).body).toEqual({ childId: `${westmarch}.C1`, version: 1 })
    expect(await allRows(hub, 'register')).toEqual(before)
    await expectSound(hub)
  })

  it('adds the keys of an adult who was renamed, so that either name leads there', async () => {
    const { hub, calls } = await aHub()
    await calls.putChild('C1')
    const old = (await rowsOf(hub)).adults[0]?.keys.filter((key) => key.includes('#name-pair#'))
    await calls.putChild('C1', aChild({ adults: [renamed] }))
    const { adults } = await rowsOf(hub)
    expect(adults[0]?.keys).toEqual(expect.arrayContaining(old ?? []))
    expect(adults[0]?.person.names).toHaveLength(2)
    await expectSound(hub)
    await calls.submit('the-old-name-once-more')
    await hub.settle()
    expect(await matchOf(hub)).not.toBe('NONE')
  })

  it('keeps one adult for two children, found by either', async () => {
    const { hub, calls } = await aHub()
    await calls.putChild('C1')
    await calls.putChild('C2', aChild({ name: { given: 'Ida' }, dateOfBirth: '2021-01-01' }))
    const { adults } = await rowsOf(hub)
    expect(adults.map(({ children }) => children.map(({ childId }) => childId))).toEqual([
      [`${westmarch}.C1`, `${westmarch}.C2`],
    ])
    await expectSound(hub)
    await calls.submit('a-concern-of-two-children')
    await hub.settle()
    const [alert] = await calls.listAlerts()
    const { body } = await calls.readAlert(alert?.alertId ?? '')
    const { joined } = (body as { content: { joined: { childId: string }[] } }).content
    expect(joined.map(({ childId }) => childId).toSorted()).toEqual([
      `${westmarch}.C1`,
      `${westmarch}.C2`,
    ])
  })

  it('leaves an adult who is not named with the child, whatever else is recorded', async () => {
    const { hub, calls } = await aHub()
    await calls.putChild('C1')
    await calls.putChild('C1', aChild({ adults: [] }))
    const { adults, children } = await rowsOf(hub)
    expect(adults[0]?.children).toHaveLength(1)
    expect(children[0]?.adults).toHaveLength(1)
    await expectSound(hub)
  })

  it('takes a child without adults, an unborn one and one without a name', async () => {
    const { hub, calls } = await aHub()
    const unborn = {
      dateOfBirth: undefined,
      expectedDateOfDelivery: '2027-03-01',
      sex: 'U',
      name: undefined,
    } as const
    const { dateOfBirth: _d, name: _n, ...rest } = aChild()
    expect((await calls.putChild('C1', aChild({ adults: [] }))).status).toBe(200)
    expect(
      (
        await calls.putChild('C2', {
          ...rest,
          expectedDateOfDelivery: unborn.expectedDateOfDelivery,
          sex: 'U',
        })
      ).status,
    ).toBe(200)
    await expectSound(hub)
  })

  it('takes eight adults with eight names and addresses each, whom no transaction holds', async () => {
    const { hub, calls } = await aHub()
    const many = (at: number) =>
      anAdult({
        id: `A${at}`,
        names: Array.from({ length: 8 }, (_, n) => ({
          given: `${'BCDFGHJK'.charAt(n)}o${'lmnprstv'.charAt(at)}a`,
          family: `${'LMNPRSTV'.charAt(at)}i${'bcdfghjk'.charAt(n)}e`,
        })),
        addresses: Array.from({ length: 8 }, (_, n) => ({
          houseNumber: `${n + 1}`,
          street: `${'LMNPRSTV'.charAt(at)}ane Row`,
          postcode: `WM${n} ${at}AB`,
        })),
      })
    const adults = Array.from({ length: 8 }, (_, at) => many(at))
    expect((await calls.putChild('C1', aChild({ adults }))).status).toBe(200)
    expect((await calls.putChild('C2', aChild({ name: { given: 'Ida' }, adults }))).status).toBe(
      200,
    )
    const { index } = await rowsOf(hub)
    expect(index.length).toBeGreaterThan(1_000)
    await expectSound(hub)
  }, 60_000)

  it('takes the same name, address and number many times without falling over its own keys', async () => {
    const { hub, calls } = await aHub()
    const adult = anAdult({
      names: Array.from({ length: 8 }, () => ({ given: 'Marta', family: 'Quillfeather' })),
      phones: Array.from({ length: 5 }, () => '01632 960 555'),
      emails: ['a@example.org', 'A@example.org'],
      nhsNumbers: ['9434765919', '9434765919'],
    })
    expect(
      (await calls.putChild('C1', aChild({ adults: [adult, { ...adult, id: 'A2' }] }))).status,
    ).toBe(200)
    await expectSound(hub)
  })
})

describe('a carer of many children', () => {
  const carerOf = async (count: number) => {
    const { hub, calls } = await aHub()
    for (let at = 0; at < count; at += 1)
      await calls.putChild(
        `C${at}`,
        aChild({ name: { given: 'Odo' }, dateOfBirth: `20${String(10 + (at % 15))}-01-01` }),
      )
    await calls.submit('a-concern-about-a-carer')
    await hub.settle()
    return { hub, calls }
  }

  it('of twenty raises one alert, and the log names every child it disclosed', async () => {
    const { hub, calls } = await carerOf(20)
    expect(await calls.listAlerts()).toHaveLength(1)
    const raised = (await auditEntries(hub)).filter(({ action }) => action === 'ALERT_RAISED')
    const logged = raised
      .flatMap(({ subjects }) => subjects)
      .filter((subject) => subject.startsWith(`${westmarch}.`))
    expect(new Set(logged).size).toBe(20)
  }, 60_000)
})

describe('many who record at once', () => {
  it('the same child leave one of their versions, whole', async () => {
    const { hub, calls } = await aHub()
    const replies = await Promise.all(
      Array.from({ length: 8 }, (_, at) =>
        calls.putChild(
          'C1',
          aChild({
            gp: `Surgery ${at}`,
            adults: [anAdult({ names: [{ given: `Given${at}`, family: 'Quillfeather' }] })],
          }),
        ),
      ),
    )
    expect(replies.filter(({ status }) => status !== 200 && status !== 503)).toEqual([])
    const done = replies.filter(({ status }) => status === 200)
    expect(done.length).toBeGreaterThan(0)
    const versions = done.map(({ body }) => (body as { version: number }).version)
    expect(new Set(versions).size).toBe(done.length)
    expect((await rowsOf(hub)).children[0]?.version).toBe(Math.max(...versions))
    await expectSound(hub)
  })

  it('children of one adult lose none of them', async () => {
    const { hub, calls } = await aHub()
    const replies = await Promise.all(
      Array.from({ length: 6 }, (_, at) =>
        calls.putChild(`C${at}`, aChild({ name: { given: `Child${at}` } })),
      ),
    )
    const done = replies.flatMap(({ status, body }) =>
      status === 200 ? [(body as { childId: string }).childId] : [],
    )
    expect(replies.filter(({ status }) => status !== 200 && status !== 503)).toEqual([])
    const { adults, children } = await rowsOf(hub)
    expect(adults[0]?.children.map(({ childId }) => childId).toSorted()).toEqual(done.toSorted())
    expect(children).toHaveLength(done.length)
    await expectSound(hub)
  })

  it('one recording and one deleting a child of the same adult leave a sound index', async () => {
    const { hub, calls } = await aHub()
    await calls.putChild('C1')
    const token = await hub.tokenFor(westmarchRegister)
    const version = 1
    await Promise.all([
      calls.putChild('C2', aChild({ name: { given: 'Ida' } })),
      hub.call(
        'register',
        anApiEvent('deleteChild', {
          id: 'C1',
          token,
          headers: { 'If-Match': `"${version}"` },
          body: { reason: 'Recorded twice by mistake.' },
        }),
      ),
    ])
    await expectSound(hub)
  })
})

describe('the match index', () => {
  const words = [
    'Quillfeather',
    'Marta',
    'Odo',
    'Tannery',
    'WM1',
    '4AB',
    '1991',
    '04-17',
    '2019',
    '9434765919',
    '960123',
    'example',
    '14',
  ]

  it('holds no name, date, address or number of anybody, in keys or in values', async () => {
    const { hub, calls } = await aHub()
    const adult = anAdult({
      nhsNumbers: ['9434765919'],
      phones: ['01632 960123'],
      emails: ['marta@example.org'],
    })
    await calls.putChild('C1', aChild({ adults: [{ ...adult, id: 'A77' }] }))
    const { index } = await rowsOf(hub)
    expect(index.length).toBeGreaterThan(10)
    for (const { pk, sk, entry } of index) {
      const [, , kind, hash = ''] = pk.split('#')
      expect(hash).toMatch(/^[\w-]{22}$/)
      const said = JSON.stringify([kind, sk, entry])
        .replaceAll(new RegExp(`${westmarch}\\.\\w+`, 'g'), '')
        .toLowerCase()
      for (const word of words) expect(said).not.toContain(word.toLowerCase())
    }
  })

  it('shares no key between two hubs, for each has a secret of its own', async () => {
    const [one, other] = [await aHub(), await aHub()]
    await Promise.all([one.calls.putChild('C1'), other.calls.putChild('C1')])
    const keysOf = async (hub: TestHub) => (await rowsOf(hub)).index.map(({ pk }) => pk)
    const first = new Set(await keysOf(one.hub))
    expect((await keysOf(other.hub)).filter((key) => first.has(key))).toEqual([])
  })

  it('keeps its secret wrapped only', async () => {
    const { hub, calls } = await aHub()
    await calls.putChild('C1')
    const secret = (await allRows(hub, 'register')).filter(({ pk }) =>
      String(pk).startsWith('INDEXKEY'),
    )
    expect(secret.map((row) => Object.keys(row).toSorted())).toEqual([
      ['keys', 'pk', 'reads', 'schema', 'sk', 'version', 'writes'],
    ])
  })

  it('is made once when the first children come at once', async () => {
    const { hub, calls } = await aHub()
    const adults = Array.from({ length: 5 }, (_, at) => anAdult({ id: `A${at}` }))
    await Promise.all(
      adults.map((adult, at) => calls.putChild(`C${at}`, aChild({ adults: [adult] }))),
    )
    const { index } = await rowsOf(hub)
    const ofAdults = index.filter(({ sk }) => sk.startsWith('ADULT#'))
    const keysByAdult = Map.groupBy(ofAdults, ({ sk }) => sk)
    const keySets = [...keysByAdult.values()].map((rows) =>
      rows
        .map(({ pk }) => pk)
        .filter((pk) => !pk.includes('#child#'))
        .toSorted(),
    )
    for (const keys of keySets) expect(keys).toEqual(keySets[0])
  })
})

describe('a register that is empty', () => {
  it('answers a concern with nobody, and does not fall over', async () => {
    const { hub, calls } = await aHub()
    await calls.submit('the-first-concern-of-all', aConcern())
    await hub.settle()
    expect(await matchOf(hub)).toBe('NONE')
    expect(hub.published).toHaveLength(1)
  })
})
