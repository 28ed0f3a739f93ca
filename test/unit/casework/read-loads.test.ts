import { describe, expect, it } from 'vitest'
import { northmoor as northmoorCode, westmarch } from '../../../infra/stages/local.ts'
import { createInMemoryStore } from '../../../local/in-memory/store.ts'
import { registerLoadKey } from '../../../shared/aws/dynamodb/keys.ts'
import { tables as definitions } from '../../../shared/aws/dynamodb/tables.ts'
import { listLoads, readLoad } from '../../../shared/casework/read-loads.ts'
import { type Child, childSchema } from '../../../shared/register/child.ts'
import { toConfirm } from '../../../shared/register/load.ts'
import { aChild } from '../../builders/a-child.ts'
import { type LoadDeps, load, loadDepsOf, stepOf, tables } from '../../builders/a-load.ts'
import { westmarchRegister } from '../../builders/clients.ts'
import { byOf, now } from '../../builders/ports.ts'

const child = (change: Parameters<typeof aChild>[0] = {}): Child =>
  childSchema.parse(aChild({ adults: [], ...change }))
const some = (count: number): Readonly<Record<string, Child>> =>
  Object.fromEntries(Array.from({ length: count }, (_, at) => [`C${100 + at}`, child()]))

const keeper = byOf(westmarchRegister)
const elsewhere = byOf({
  ...westmarchRegister,
  clientId: 'northmoor-register',
  authority: northmoorCode,
})
const at = (hours: number): Date => new Date(now.getTime() + hours * 3_600_000)
const later = (deps: LoadDeps, hours: number): LoadDeps => ({ ...deps, now: () => at(hours) })

const report = {
  rows: 12,
  records: { loaded: 2, refused: 1, leftOut: 0, purged: 0 },
  flaws: [{ code: 'BIRTH_UNREADABLE', rows: 1 }],
}

const fresh = () => {
  const store = createInMemoryStore(definitions)
  return { store, deps: loadDepsOf(store) }
}
const entriesOf = ({ store }: ReturnType<typeof fresh>, action: string) =>
  store
    .rows(tables.auditEntries)
    .flatMap(({ entry }) => ((entry as { action: string }).action === action ? [entry] : []))

describe('what was loaded', () => {
  it('says of the step under way when it began, by whom, and when its last part was done', async () => {
    const { deps } = fresh()
    const told = { children: some(3) }
    await stepOf(deps, told, 'compare')
    const [compared] = (await listLoads(keeper, deps)).items
    const by = { client: westmarchRegister.clientId, practitioner: 'rm-7' }
    const began = { startedAt: now.toISOString(), changedAt: now.toISOString() }
    expect(compared).toMatchObject({ phase: 'COMPARED', by, ...began })
    let hours = 1
    const hourly = {
      ...deps,
      now: () => {
        hours += 1
        return at(hours)
      },
    }
    await stepOf(hourly, told, 'apply')
    const [applied] = (await listLoads(keeper, deps)).items
    expect(applied).toMatchObject({ phase: 'APPLIED', by, startedAt: at(2).toISOString() })
    const end = { changedAt: at(hours - 1).toISOString(), appliedAt: at(hours - 1).toISOString() }
    expect(applied).toMatchObject(end)
    await stepOf(later(deps, 90), told, 'compare')
    const [again] = (await listLoads(keeper, deps)).items
    expect(again).toMatchObject({ phase: 'COMPARED', appliedAt: end.appliedAt })
  })

  it('keeps what was wrong in the files, also where the next step does not say it again', async () => {
    const { deps } = fresh()
    await stepOf(deps, { children: some(2), report }, 'compare')
    await stepOf(deps, { children: some(2) }, 'apply')
    expect((await listLoads(keeper, deps)).items).toMatchObject([{ phase: 'APPLIED', report }])
  })

  it('stands newest first, and one that says no time last', async () => {
    const { store, deps } = fresh()
    const old = { authority: westmarch, digest: '0'.repeat(64), extent: 'FULL', phase: 'APPLIED' }
    const row = {
      ...registerLoadKey(westmarch, old.digest),
      load: { ...old, position: '', counts: { NEW: 4 }, standing: 0, revision: 2 },
      revision: 2,
    }
    await store.transact([{ kind: 'put', table: tables.casework, row }])
    await load(deps, { children: some(1) })
    await load(later(deps, 2), { children: some(2) })
    const { items, isCut } = await listLoads(keeper, deps)
    expect(items.map(({ counts, startedAt }) => [counts, startedAt])).toEqual([
      [{ NEW: 1, UNCHANGED: 1 }, at(2).toISOString()],
      [{ NEW: 1 }, now.toISOString()],
      [{ NEW: 4 }, undefined],
    ])
    expect(isCut).toBe(false)
  })

  it('is a list of the newest hundred, which says that there are more', async () => {
    const { deps } = fresh()
    for (let one = 0; one <= 100; one += 1) {
      const told = { children: { C1: child({ allocatedTeam: `Team ${one}` }) } }
      await stepOf(later(deps, one), told, 'compare')
    }
    const { items, isCut } = await listLoads(keeper, deps)
    expect([items.length, isCut]).toEqual([100, true])
    expect(items.at(-1)?.startedAt).toBe(at(1).toISOString())
  })

  it('is another authority’s neither in the list nor by its digest, and is on record', async () => {
    const hub = fresh()
    const { deps } = hub
    await load(deps, { children: some(1) })
    const [own] = (await listLoads(keeper, deps)).items
    const digest = own?.digest ?? ''
    expect(await readLoad({ by: keeper, digest }, deps)).toEqual(own)
    expect((await listLoads(elsewhere, deps)).items).toEqual([])
    expect(await readLoad({ by: elsewhere, digest }, deps)).toBeUndefined()
    const codes = { load: digest.slice(0, 16), phase: 'APPLIED' }
    expect(entriesOf(hub, 'REGISTER_LOAD_READ')).toMatchObject([{ subjects: [westmarch], codes }])
    expect(entriesOf(hub, 'REGISTER_LOADS_LISTED')).toMatchObject([
      { subjects: [westmarch], codes: { count: '1' } },
      { subjects: [northmoorCode], codes: { count: '0' } },
    ])
  })

  it('waits for somebody where it would close many, and no longer once it is applied', async () => {
    const { deps } = fresh()
    await load(deps, { children: some(10) })
    const eight = { children: some(8), confirmed: 2 }
    await stepOf(later(deps, 1), eight, 'compare')
    const waiting = async () => (await listLoads(keeper, deps)).items.map(toConfirm)
    expect(await waiting()).toEqual([2, undefined])
    await stepOf(later(deps, 2), eight, 'apply')
    expect(await waiting()).toEqual([undefined, undefined])
  })

  it('goes 400 days after its last part', async () => {
    const { store, deps } = fresh()
    await load(deps, { children: some(1) })
    const { pk } = registerLoadKey(westmarch, '')
    const rows = store.rows(tables.casework).filter((row) => row.pk === pk)
    const until = Math.ceil(now.getTime() / 1000) + 400 * 24 * 60 * 60
    expect(rows.map(({ expiresAt }) => expiresAt)).toEqual([until])
  })
})
