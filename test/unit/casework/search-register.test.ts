import { beforeEach, describe, expect, it } from 'vitest'
import { northmoor as northmoorCode, westmarch } from '../../../infra/stages/local.ts'
import { createInMemoryKeys, keyIds } from '../../../local/in-memory/keys.ts'
import { createInMemoryStore } from '../../../local/in-memory/store.ts'
import type { AuditEntry } from '../../../shared/audit/audit-entry.ts'
import type { Store } from '../../../shared/aws/dynamodb/store.ts'
import { tables as definitions, forEachTable } from '../../../shared/aws/dynamodb/tables.ts'
import type { RouteName } from '../../../shared/config/routes.ts'
import { aChild, anAdultAlone, closedLongAgo } from '../../builders/a-child.ts'
import { anApiEvent } from '../../builders/an-api-event.ts'
import { auditor, northmoor, westmarchRegister } from '../../builders/clients.ts'
import { auditEntries, deskOf, inCase } from '../../builders/hub-calls.ts'
import { startTestHub, type TestHub } from '../../fakes/test-hub.ts'

const northmoorRegister = {
  ...westmarchRegister,
  clientId: 'northmoor-register',
  agency: northmoor.agency,
  authority: northmoorCode,
}
const odo = { given: 'Odo', family: 'Quillfeather' }
const born = '2019-02-03'
const nobody = { people: [], isCut: false }

let hub: TestHub
/** What was read of the tables, in order. */
let reads: { readonly call: string; readonly table: string; readonly rows: number }[] = []

const counting = (store: Store): Store => ({
  ...store,
  get: async (table, key) => {
    const row = await store.get(table, key)
    reads.push({ call: 'get', table, rows: row === undefined ? 0 : 1 })
    return row
  },
  batch: async (keys) => {
    const rows = await store.batch(keys)
    reads.push({ call: 'batch', table: Object.keys(keys).join(), rows: rows.length })
    return rows
  },
  query: async (query) => {
    const page = await store.query(query)
    reads.push({ call: 'query', table: query.table, rows: page.rows.length })
    return page
  },
})

const ask = async (
  route: RouteName,
  sent: { readonly id?: string; readonly body: object; readonly headers?: Record<string, string> },
  caller = westmarchRegister,
) => {
  const token = await hub.tokenFor(caller)
  const headers = { ...deskOf(caller), ...inCase, ...sent.headers }
  return hub.call('register', anApiEvent(route, { ...sent, token, headers }))
}
const putChild = async (
  id: string,
  change: Parameters<typeof aChild>[0] = {},
  caller = westmarchRegister,
): Promise<void> => {
  const body = aChild({ adults: [], authority: caller.authority ?? westmarch, ...change })
  expect((await ask('putChild', { id, body }, caller)).status).toBe(200)
}
const putAdult = async (id: string, change: Parameters<typeof anAdultAlone>[0] = {}) =>
  expect((await ask('putAdult', { id, body: anAdultAlone(change) })).status).toBe(200)

const search = async (change: object = {}, caller = westmarchRegister) => {
  const body = { kind: 'child', name: odo, dateOfBirth: born, ...change }
  const reply = await ask('searchRegister', { body }, caller)
  expect(reply.status).toBe(200)
  return reply.body
}
const found = (...ids: readonly string[]) => ({
  people: ids.map((id) => ({
    kind: id.startsWith('C') ? 'child' : 'adult',
    id: `${westmarch}.${id}`,
  })),
  isCut: false,
})
const searches = async (): Promise<readonly AuditEntry[]> =>
  (await auditEntries(hub)).filter(({ action }) => action === 'REGISTER_SEARCHED')

beforeEach(async () => {
  const store = createInMemoryStore(definitions)
  const rows = async (table: string) => store.rows(table)
  const tables = forEachTable((name) => name)
  const keys = createInMemoryKeys()
  hub = await startTestHub({ store: counting(store), keys, keyIds, tables, rows })
})

describe('a search of one’s own register', () => {
  it('finds a child or an adult by exactly this name and day, by id and kind alone', async () => {
    await putChild('C1')
    await putAdult('A1')
    expect(await search()).toEqual(found('C1'))
    const name = { given: ' MARTA ', family: 'quillfeather' }
    const marta = { kind: 'adult', name, dateOfBirth: '1991-04-17' }
    expect(await search(marta)).toEqual(found('A1'))
    expect(await search({ ...marta, kind: 'child' })).toEqual(nobody)
  })

  it.each([
    ['a name that sounds alike', { name: { given: 'Otto', family: 'Quillfether' } }],
    ['one half of the name', { name: { given: 'Odo', family: 'Quillfeathers' } }],
    ['the halves the other way about', { name: { given: 'Quillfeather', family: 'Odo' } }],
    ['another day', { dateOfBirth: '2019-02-04' }],
    ['the day and the month the other way about', { dateOfBirth: '2019-03-02' }],
  ])('finds nobody by %s', async (_what, change) => {
    await putChild('C1')
    expect(await search(change)).toEqual(nobody)
  })

  it('finds who had the name before, who is hidden, and whose case is closed', async () => {
    await putChild('C1')
    await putChild('C1', { name: { given: 'Odo', family: 'Marlin' } })
    await putChild('C2', { restricted: { address: true } })
    await putChild('C3', { status: closedLongAgo })
    expect(await search()).toEqual(found('C1', 'C2', 'C3'))
  })

  it('finds who was adopted by what is theirs now, never by what was', async () => {
    await putChild('C1')
    await putChild('C1', {
      name: { given: 'Odo', family: 'Marlin' },
      status: { code: 'ADOPTED', from: '2026-05-01' },
    })
    expect(await search()).toEqual(nobody)
    expect(await search({ name: { given: 'Odo', family: 'Marlin' } })).toEqual(found('C1'))
  })

  it('finds nobody who was taken off it', async () => {
    await putChild('C1')
    const headers = { 'If-Match': '"1"' }
    const gone = await ask('deleteChild', {
      id: 'C1',
      headers,
      body: { reason: 'Recorded twice by mistake.' },
    })
    expect(gone.status).toBe(204)
    expect(await search()).toEqual(nobody)
  })
})

describe('who stands on another register', () => {
  it('is never found, nor read, nor makes it seem that somebody is missing', async () => {
    for (let one = 0; one < 210; one += 1) await putChild(`N${one}`, {}, northmoorRegister)
    reads = []
    expect(await search()).toEqual(nobody)
    expect(reads.filter(({ table, call }) => table === 'register' && call !== 'get')).toEqual([
      { call: 'query', table: 'register', rows: 0 },
      { call: 'query', table: 'register', rows: 0 },
      { call: 'batch', table: 'register', rows: 0 },
    ])
    await putChild('C1')
    expect(await search()).toEqual(found('C1'))
  })

  it('costs the calls that nobody costs, and that somebody found does', async () => {
    const callsOfSearch = async (): Promise<readonly string[]> => {
      reads = []
      await search()
      return reads.map(({ call, table }) => `${call} ${table}`).toSorted()
    }
    await search()
    const nowhere = await callsOfSearch()
    await putChild('N1', {}, northmoorRegister)
    const elsewhere = await callsOfSearch()
    await putChild('C1', { name: { given: 'Odo', family: 'Quillfeathers' } })
    const near = await callsOfSearch()
    await putChild('C2')
    expect([elsewhere, near, await callsOfSearch()]).toEqual([nowhere, nowhere, nowhere])
  })
})

describe('a search that finds too much', () => {
  it('gives ten, and says that there are more', async () => {
    for (let one = 0; one < 11; one += 1) {
      expect(await search()).toMatchObject({ isCut: false })
      await putChild(`C${one}`)
    }
    const { people, isCut } = (await search()) as { people: unknown[]; isCut: boolean }
    expect([people.length, isCut]).toEqual([10, true])
    const [entry] = (await searches()).filter(({ codes }) => codes?.['count'] === '10')
    expect(entry?.subjects).toHaveLength(11)
  })

  it('or by 1 January, which is no key, says that somebody may be missing', async () => {
    await putChild('C1', { dateOfBirth: '2019-01-01' })
    expect(await search({ dateOfBirth: '2019-01-01' })).toEqual({ people: [], isCut: true })
  })
})

describe('that a register was searched', () => {
  it('is on record with who, in which case and for what, under whoever was found', async () => {
    await putChild('C1')
    await search()
    await search({ name: { given: 'Percy', family: 'Cobbold' } })
    const all = await searches()
    const [hit, miss] = ['1', '0'].map((count) =>
      all.find(({ codes }) => codes?.['count'] === count),
    )
    expect(hit).toMatchObject({
      actor: 'westmarch-register',
      practitioner: 'w-westmarch-register',
      authority: westmarch,
      caseReference: 'case-7',
      purpose: 'safeguarding',
      subjects: ['westmarch-register', `${westmarch}.C1`],
      codes: { kind: 'child', count: '1' },
    })
    expect(miss).toMatchObject({ subjects: ['westmarch-register'], codes: { count: '0' } })
    expect(miss?.codes?.['searched']).not.toBe(hit?.codes?.['searched'])
    expect(JSON.stringify(await auditEntries(hub))).not.toMatch(/quillfeather|cobbold|2019-02-03/i)
  })

  it('is known as the same question whoever asked it', async () => {
    await search()
    await search({ name: { given: 'odo', family: 'QUILLFEATHER' } }, northmoorRegister)
    const token = await hub.tokenFor(auditor)
    const body = { kind: 'child', name: odo, dateOfBirth: born }
    const headers = { ...deskOf(auditor), ...inCase }
    await hub.call('audit', anApiEvent('searchPeople', { token, body, headers }))
    const asked = (await auditEntries(hub)).flatMap(({ codes }) => codes?.['searched'] ?? [])
    expect(asked).toHaveLength(3)
    expect(new Set(asked).size).toBe(1)
  })
})

describe('a search is refused', () => {
  it.each([
    ['without a case', { 'Hub-Case-Reference': '' }, {}],
    ['in a case that is a name', { 'Hub-Case-Reference': 'Quillfeather' }, {}],
    ['without a purpose', { 'Hub-Purpose': '' }, {}],
    ['without a person', { 'Hub-Practitioner': '' }, {}],
    ['by a number', {}, { nhsNumber: '9434765919' }],
    ['by half a name', {}, { name: { given: 'Odo' } }],
    ['without a day', {}, { dateOfBirth: undefined }],
    ['by a day that is none', {}, { dateOfBirth: '2019-02-30' }],
    ['by a year', {}, { dateOfBirth: '2019' }],
    ['for both kinds', {}, { kind: 'person' }],
  ])('%s, and nothing is looked up', async (_what, headers, change) => {
    await putChild('C1')
    reads = []
    const body = { kind: 'child', name: odo, dateOfBirth: born, ...change }
    const { status } = await ask('searchRegister', { body, headers })
    expect([status, await searches()]).toEqual([400, []])
    expect(reads.filter(({ table }) => table === 'register')).toEqual([])
  })

  it.each([
    ['who writes the register and may not read it', { scopes: ['register.write' as const] }],
    ['a social worker', { role: 'social-worker' as const, scopes: ['alerts.read' as const] }],
  ])('to %s', async (_who, change) => {
    await putChild('C1')
    const body = { kind: 'child', name: odo, dateOfBirth: born }
    const { status } = await ask('searchRegister', { body }, { ...westmarchRegister, ...change })
    expect([status, await searches()]).toEqual([403, []])
  })
})
