import { beforeAll, describe, expect, it } from 'vitest'
import {
  northmoor as northmoorCode,
  westmarch as westmarchCode,
} from '../../../infra/stages/local.ts'
import { createInMemoryKeys, keyIds } from '../../../local/in-memory/keys.ts'
import { createInMemoryStore } from '../../../local/in-memory/store.ts'
import type { AuditEntry } from '../../../shared/audit/audit-entry.ts'
import { tables as definitions, forEachTable } from '../../../shared/aws/dynamodb/tables.ts'
import { initialsOf } from '../../../shared/people/initials.ts'
import { aChild, anAdult } from '../../builders/a-child.ts'
import { aConcern } from '../../builders/a-concern.ts'
import { anApiEvent } from '../../builders/an-api-event.ts'
import { northmoor, reviewLead, westmarch } from '../../builders/clients.ts'
import { auditEntries, callsOf, deskOf } from '../../builders/hub-calls.ts'
import { countingRoundTrips } from '../../fakes/round-trips.ts'
import { startTestHub, type TestHub } from '../../fakes/test-hub.ts'

const tables = forEachTable((name) => name)

/** A hub in memory that counts how often it waits for its tables. */
const aCountingHub = async () => {
  const store = createInMemoryStore(definitions)
  const counting = countingRoundTrips(store)
  const rows = async (table: string) => store.rows(table)
  const ground = { store: counting.store, keys: createInMemoryKeys(), keyIds, tables, rows }
  const hub = await startTestHub(ground)
  return { hub, calls: callsOf(hub), roundTrips: counting.roundTrips }
}

type Line = {
  readonly alertId: string
  readonly children?: readonly { readonly initials?: string }[]
}
type How = {
  readonly query?: Record<string, string>
  readonly caller?: typeof westmarch
  readonly headers?: Record<string, string>
}
const listed = async (
  hub: TestHub,
  { query = { with: 'initials' }, caller = westmarch, headers = deskOf(caller) }: How = {},
) => {
  const token = await hub.tokenFor(caller)
  const reply = await hub.call('read', anApiEvent('listAlerts', { token, query, headers }))
  return { ...reply, items: (reply.body as { items?: readonly Line[] }).items ?? [] }
}
const shownOf = async (hub: TestHub): Promise<readonly AuditEntry[]> =>
  (await auditEntries(hub)).filter(({ action }) => action === 'ALERT_INITIALS_READ')

const odo = { name: { given: 'Odo', family: 'Quillfeather' }, dateOfBirth: '2019-02-03' }
const family = (one: number) => ({
  subject: {
    ...aConcern().subject,
    names: [{ given: 'Petra', family: `Family${'abcdefghijklmnop'[one]}` }],
    addresses: [],
  },
  children: [{ name: { given: 'Una', family: `Öst${'abcdefghijklmnop'[one]}` }, ageYears: one }],
})

it.each([
  [{ given: 'Odo', family: 'Quillfeather' }, 'OQ'],
  [{ given: 'élodie', family: 'ßmith' }, 'ÉSS'],
  [{ given: 'Odo' }, 'O'],
  [{ family: "O'Brien" }, 'O'],
  [{ given: '14', family: '<b>' }, 'B'],
  [{ given: '  7', family: '?' }, undefined],
  [{}, undefined],
] as const)('of %o are the letters %s', (name, letters) => {
  expect(initialsOf(name)).toBe(letters)
})

describe('initials in the list of alerts', () => {
  let hub: TestHub
  let calls: ReturnType<typeof callsOf>
  let roundTrips: () => number
  const waits = async (how?: How) => {
    const before = roundTrips()
    await listed(hub, how)
    return roundTrips() - before
  }
  let waited: { readonly plain: number; readonly one: number }

  beforeAll(async () => {
    ;({ hub, calls, roundTrips } = await aCountingHub())
    await calls.putChild('C1', aChild({ adults: [anAdult()] }))
    await calls.submit('a-key-of-some-length-0', aConcern({ children: [odo] }))
    await hub.settle()
    // The keys of a new container are read once.
    await listed(hub, { query: {} })
    waited = { plain: await waits({ query: {} }), one: await waits() }
  })

  it('are shown to a person who is named, as initials and age and nothing else', async () => {
    const { status, items } = await listed(hub)
    expect(status).toBe(200)
    expect(items.map(({ children }) => children)).toEqual([
      [{ initials: 'OQ', ageMonths: expect.any(Number) as number }],
    ])
  })

  it('are not shown unasked, nor to nobody', async () => {
    const { items } = await listed(hub, { query: {} })
    expect(items[0]).not.toHaveProperty('children')
    const before = await shownOf(hub)
    const { status, body } = await listed(hub, { headers: {} })
    expect(status).toBe(400)
    expect(body).toMatchObject({ errors: [{ pointer: '/hub-practitioner' }] })
    expect(await shownOf(hub)).toEqual(before)
  })

  it('stand in the log before they are shown: one act, by each alert and child of which they were', async () => {
    const { items } = await listed(hub)
    const last = (await shownOf(hub)).at(-1)
    expect(last).toMatchObject({
      practitioner: `w-${westmarch.clientId}`,
      codes: { alerts: '1' },
    })
    expect(last?.subjects).toEqual([westmarch.clientId, items[0]?.alertId, `${westmarchCode}.C1`])
    expect(JSON.stringify(last)).not.toContain('OQ')
  })

  it('cost three round trips more than the list without them, for one alert as for twelve', async () => {
    for (let one = 1; one < 12; one += 1)
      await calls.submit(`a-key-of-some-length-${one}`, aConcern(family(one)))
    await hub.settle()
    const { items } = await listed(hub)
    expect(items).toHaveLength(12)
    expect(items.every(({ children = [] }) => children.length === 1)).toBe(true)
    expect(waited.one - waited.plain).toBe(3)
    expect((await waits()) - (await waits({ query: {} }))).toBe(3)
    const many = (await shownOf(hub)).filter(({ codes }) => codes?.['alerts'] === '12')
    for (const { alertId } of items)
      expect(many.filter(({ subjects }) => subjects.includes(alertId))).not.toEqual([])
  })

  it('stay asked for on the page that follows', async () => {
    const { body } = await listed(hub, { query: { with: 'initials', limit: '5' } })
    const { next = '' } = (body as { links: { next?: string } }).links
    expect(next).toContain('with=initials')
    const query = Object.fromEntries(new URL(next, 'https://hub.example').searchParams)
    expect((await listed(hub, { query })).items).toHaveLength(5)
  })

  it('say that a child was not named, and nothing of a concern that is gone', async () => {
    await calls.submit(
      'a-key-of-some-length-20',
      aConcern({ ...family(13), children: [{ ageYears: 4 }] }),
    )
    await hub.settle()
    const { items } = await listed(hub)
    expect(items.filter(({ children }) => children?.[0]?.initials === undefined)).toHaveLength(1)
  })
})

it('of an adopted child are shown to its own lead alone, as the alert itself tells of it', async () => {
  const { hub, calls } = await aCountingHub()
  const adults = [anAdult({ livesWithChild: 'NO' })]
  const record = { status: { code: 'ADOPTED' }, restricted: { adopted: true } } as const
  await calls.putChild('C1', aChild({ ...record, adults }))
  await calls.submit(
    'a-key-of-some-length',
    aConcern({ authority: northmoorCode, children: [odo, { name: { given: 'Una' } }] }),
  )
  await hub.settle()
  const toldIn = async (
    caller: typeof westmarch,
    { alertId }: Line,
  ): Promise<readonly string[]> => {
    const { body } = await calls.readAlert(alertId, caller)
    const { content } = body as {
      content: { children: readonly { name?: { given?: string; family?: string } }[] }
    }
    return content.children.map(({ name }) => initialsOf(name ?? {}) ?? '')
  }
  for (const caller of [northmoor, reviewLead]) {
    const { items } = await listed(hub, { caller })
    expect(items.length).toBeGreaterThan(0)
    for (const line of items) {
      const shown = (line.children ?? []).map(({ initials = '' }) => initials)
      expect(await toldIn(caller, line)).toEqual(shown)
    }
    const all = items.flatMap(({ children = [] }) => children.map(({ initials }) => initials))
    expect(all).toEqual(caller === northmoor ? ['U'] : ['OQ'])
  }
})
