import { describe, expect, it } from 'vitest'
import { westmarch } from '../../../infra/stages/local.ts'
import { createInMemoryStore } from '../../../local/in-memory/store.ts'
import { listBetweenIn } from '../../../shared/aws/dynamodb/register-loads.ts'
import type { Store } from '../../../shared/aws/dynamodb/store.ts'
import { tables as definitions } from '../../../shared/aws/dynamodb/tables.ts'
import { correctChild } from '../../../shared/casework/correct-child.ts'
import { deleteChild } from '../../../shared/casework/delete-child.ts'
import { recordChild } from '../../../shared/casework/record-child.ts'
import { childIdSchema } from '../../../shared/kernel/ids.ts'
import { type Child, childSchema } from '../../../shared/register/child.ts'
import { aChild, anAdult } from '../../builders/a-child.ts'
import {
  type LoadDeps,
  load,
  loadDepsOf,
  registerIn,
  stepOf,
  tables,
} from '../../builders/a-load.ts'
import { recordsIn } from '../../builders/a-register.ts'
import { westmarchRegister } from '../../builders/clients.ts'
import { byOf, now } from '../../builders/ports.ts'

const child = (change: Parameters<typeof aChild>[0] = {}): Child =>
  childSchema.parse(aChild(change))

/** Two of one mother, one of another, and one alone. */
const four: Readonly<Record<string, Child>> = {
  C1: child(),
  C2: child({ name: { given: 'Wren', family: 'Quillfeather' } }),
  C3: child({ adults: [anAdult({ id: 'A2', names: [{ given: 'Ines', family: 'Rook' }] })] }),
  C4: child({ name: { given: 'Piet', family: 'Rook' }, adults: [] }),
}

const many = (count: number): Readonly<Record<string, Child>> =>
  Object.fromEntries(
    Array.from({ length: count }, (_, at) => [`C${100 + at}`, child({ adults: [] })]),
  )

const without = (children: Readonly<Record<string, Child>>, ...ids: readonly string[]) =>
  Object.fromEntries(Object.entries(children).filter(([id]) => !ids.includes(id)))

/** A store that counts what is written to the register. */
const counting = () => {
  const inner = createInMemoryStore(definitions)
  let writes = 0
  const store = {
    ...inner,
    transact: (actions: Parameters<Store['transact']>[0]) => {
      writes += actions.filter(({ table }) => table === tables.register).length
      return inner.transact(actions)
    },
  }
  const take = (): number => {
    const taken = writes
    writes = 0
    return taken
  }
  return { store, take }
}

const hand = byOf(westmarchRegister)
const later = (deps: LoadDeps, hours: number): LoadDeps => ({
  ...deps,
  now: () => new Date(now.getTime() + hours * 3_600_000),
})
const idOf = (id: string) => childIdSchema.parse(`${westmarch}.${id}`)

const childNamed = (store: ReturnType<typeof createInMemoryStore>, id: string) =>
  recordsIn(store).children.find(({ childId }) => childId === idOf(id))

const outcomesOf = (records: readonly { readonly id: string; readonly outcome: string }[]) =>
  Object.fromEntries(records.map(({ id, outcome }) => [id, outcome]))

const inOrder = <Name extends string, One extends Readonly<Record<Name, string>>>(
  all: readonly One[],
  name: Name,
): One[] => all.toSorted((one, other) => (one[name] < other[name] ? -1 : 1))

const fresh = () => {
  const store = createInMemoryStore(definitions)
  return { store, deps: loadDepsOf(store) }
}

describe('a load', () => {
  it('is compared before anything is written, and leaves the same as one call a child', async () => {
    const { store, take } = counting()
    const deps = loadDepsOf(store)
    const { records } = await stepOf(deps, { children: four }, 'compare')
    expect(outcomesOf(records)).toEqual({ C1: 'NEW', C2: 'NEW', C3: 'NEW', C4: 'NEW' })
    expect(take()).toBe(0)
    await stepOf(deps, { children: four }, 'apply')
    const one = fresh()
    for (const [localId, each] of Object.entries(four))
      await recordChild({ by: hand, localId, child: each }, one.deps)
    const { children, adults } = recordsIn(store)
    const bare = children.map(({ loaded: _, ...rest }) => rest)
    const byOne = recordsIn(one.store)
    expect(inOrder(bare, 'childId')).toEqual(inOrder(byOne.children, 'childId'))
    expect(inOrder(adults, 'adultId')).toEqual(inOrder(byOne.adults, 'adultId'))
  })

  it('writes no row of the register the second time', async () => {
    const { store, take } = counting()
    const deps = loadDepsOf(store)
    await load(deps, { children: four })
    take()
    const { applied } = await load(deps, { children: four })
    expect(take()).toBe(0)
    expect(applied.last).toMatchObject({ load: { counts: { UNCHANGED: 4 } } })
  })

  it('reads of whom nothing is new the child alone, and all of a part together', async () => {
    const { store, deps } = fresh()
    const told = { children: four, size: 4 }
    await load(deps, told)
    const read: string[][] = []
    const watched: Store = {
      ...store,
      batch: (keys) => {
        read.push((keys[tables.register] ?? []).map(({ pk }) => pk))
        return store.batch(keys)
      },
      get: (table, key) => {
        if (table === tables.register) read.push([key.pk])
        return store.get(table, key)
      },
    }
    await load(loadDepsOf(watched), told)
    const children = ['C1', 'C2', 'C3', 'C4'].map((id) => `CHILD#${westmarch}.${id}`)
    expect(read).toEqual([children, children])
  })

  it('reads a child anew whom somebody changed while the part was worked on', async () => {
    const { store, deps } = fresh()
    const told = { children: { C1: child() } }
    await stepOf(deps, told, 'compare')
    const overtaken = {
      ...deps,
      commit: async (...change: Parameters<LoadDeps['commit']>) => {
        overtaken.commit = deps.commit
        const byHand = child({ allocatedTeam: 'Duty' })
        await recordChild({ by: hand, localId: 'C1', child: byHand }, deps)
        return deps.commit(...change)
      },
    }
    const { records } = await stepOf(overtaken, told, 'apply')
    expect(records).toMatchObject([{ id: 'C1', outcome: 'MARKED' }])
    expect(childNamed(store, 'C1')?.child.allocatedTeam).toBe('Duty')
  })

  it('marks what was recorded otherwise once, and then writes nothing of it', async () => {
    const { store, take } = counting()
    const deps = loadDepsOf(store)
    for (const [localId, each] of Object.entries(four))
      await recordChild({ by: hand, localId, child: each }, deps)
    take()
    const first = await load(deps, { children: four })
    expect(first.applied.last).toMatchObject({ load: { counts: { MARKED: 4 } } })
    expect(take()).toBe(4)
    await load(deps, { children: four })
    expect(take()).toBe(0)
  })

  it('is not applied before it was compared to its end', async () => {
    const { deps } = fresh()
    expect((await stepOf(deps, { children: four }, 'apply')).last).toEqual({ kind: 'not compared' })
  })

  it('is one entry where it begins, and one where each step ended, by whom and how many', async () => {
    const { store, deps } = fresh()
    await load(deps, { children: four })
    const entries = store
      .rows(tables.auditEntries)
      .flatMap(({ entry }) =>
        (entry as { action: string }).action === 'REGISTER_LOADED' ? [entry] : [],
      )
    expect(entries).toMatchObject([
      { practitioner: 'rm-7', codes: { step: 'compared', NEW: '4' } },
      { practitioner: 'rm-7', codes: { step: 'begun', toClose: '0' } },
      { practitioner: 'rm-7', codes: { step: 'applied', NEW: '4' } },
    ])
  })
})

describe('whoever a full load does not hold any more', () => {
  const eleven = many(11)
  const ten = without(eleven, 'C105')

  it('is told before, and their case is closed on that day', async () => {
    const { store, deps } = fresh()
    await load(deps, { children: eleven })
    const { compared, applied } = await load(deps, { children: ten })
    expect(outcomesOf(compared.records)).toMatchObject({ C105: 'GONE' })
    expect(applied.last).toMatchObject({ load: { counts: { GONE: 1, UNCHANGED: 10 } } })
    expect(childNamed(store, 'C105')?.child).toMatchObject({
      status: { code: 'CLOSED' },
      earlierStatuses: [{ code: 'PROTECTION_PLAN' }],
    })
  })

  it('is opened again when they are back', async () => {
    const { store, deps } = fresh()
    await load(deps, { children: eleven })
    await load(deps, { children: ten })
    await load(deps, { children: eleven })
    expect(childNamed(store, 'C105')?.child.status.code).toBe('PROTECTION_PLAN')
  })

  it('stays where the file tells of them and they are not loaded', async () => {
    const { store, deps } = fresh()
    await load(deps, { children: eleven })
    await load(deps, { children: ten, kept: ['C105'] })
    expect(childNamed(store, 'C105')?.child.status.code).toBe('PROTECTION_PLAN')
  })

  it('stays in a delta, unless the source asks that they be purged', async () => {
    const { store, deps } = fresh()
    await load(deps, { children: eleven })
    const some = { C100: child({ adults: [], allocatedTeam: 'Duty' }) }
    await load(deps, { children: some, extent: 'DELTA' })
    expect(childNamed(store, 'C105')?.child.status.code).toBe('PROTECTION_PLAN')
    const told = { children: ten, purged: ['C105'], extent: 'DELTA' } as const
    await load(deps, told)
    expect(childNamed(store, 'C105')?.child.status.code).toBe('CLOSED')
  })

  it('stays where people keep the record by hand', async () => {
    const { store, deps } = fresh()
    await load(deps, { children: ten })
    await recordChild({ by: hand, localId: 'C105', child: child({ adults: [] }) }, deps)
    const { compared } = await load(deps, { children: ten })
    expect(outcomesOf(compared.records)).toMatchObject({ C105: 'GONE_HELD' })
    expect(childNamed(store, 'C105')?.child.status.code).toBe('PROTECTION_PLAN')
  })

  it('is closed in more than a tenth of all cases only when somebody says how many', async () => {
    const { store, deps } = fresh()
    await load(deps, { children: many(10) })
    const eight = without(many(10), 'C101', 'C102')
    const refused = await load(deps, { children: eight })
    expect(refused.applied.last).toMatchObject({ kind: 'shrinks', load: { standing: 10 } })
    expect((await load(deps, { children: eight, confirmed: 3 })).applied.last?.kind).toBe('shrinks')
    expect(childNamed(store, 'C101')?.child.status.code).toBe('PROTECTION_PLAN')
    await load(deps, { children: eight, confirmed: 2 })
    expect(childNamed(store, 'C101')?.child.status.code).toBe('CLOSED')
  })

  it('is found however many there are between two of the file', async () => {
    const { store, deps } = fresh()
    await load(deps, { children: many(12) })
    const fiveAtATime = { ...deps, listBetween: listBetweenIn(store, tables.register, 5) }
    const told = { children: { C100: child({ adults: [] }) } }
    const { last } = await stepOf(fiveAtATime, told, 'compare')
    // Whoever loads goes on after the position.
    expect(last).toMatchObject({
      load: { phase: 'COMPARING', position: 'C104', counts: { GONE: 4, UNCHANGED: 1 } },
    })
  })
})

describe('what a person did by hand', () => {
  it('stays: a restriction is lifted by no load, and a load says so', async () => {
    const { store, deps } = fresh()
    const restricted = { address: true }
    await load(deps, { children: { C1: child({ restricted }) } })
    const told = child({ restricted: { address: false }, allocatedTeam: 'Duty' })
    const { applied } = await load(deps, { children: { C1: told } })
    expect(applied.records).toMatchObject([{ notes: ['RESTRICTION_STANDS'] }])
    expect(childNamed(store, 'C1')?.child.restricted.address).toBe(true)
  })

  it('stays: who was deleted is not brought back', async () => {
    const { store, deps } = fresh()
    await load(deps, { children: four })
    const version = childNamed(store, 'C4')?.version ?? 0
    await deleteChild(
      { by: hand, childId: idOf('C4'), reason: 'Was never known here.', ifMatch: version },
      deps,
    )
    const { compared } = await load(deps, {
      children: { ...four, C4: child({ adults: [], sex: 'F' }) },
    })
    expect(outcomesOf(compared.records)).toMatchObject({ C4: 'DELETED_HERE' })
    expect(childNamed(store, 'C4')).toBeUndefined()
  })

  it('stays: a case that was closed is not opened by what began before', async () => {
    const { store, deps } = fresh()
    await load(deps, { children: four })
    const closed = child({ adults: [], status: { code: 'CLOSED', from: '2026-11-01' } })
    await recordChild({ by: hand, localId: 'C4', child: closed }, later(deps, 1))
    const told = child({ adults: [], allocatedTeam: 'Duty' })
    const { applied } = await load(later(deps, 2), { children: { ...four, C4: told } })
    expect(applied.records.find(({ id }) => id === 'C4')?.notes).toEqual([
      'EDITED_HERE',
      'CLOSED_STANDS',
    ])
    expect(childNamed(store, 'C4')?.child).toMatchObject({
      status: { code: 'CLOSED' },
      allocatedTeam: 'Duty',
    })
    const anew = child({ adults: [], status: { code: 'IN_NEED', from: '2026-11-20' } })
    await load(later(deps, 3), { children: { ...four, C4: anew } })
    expect(childNamed(store, 'C4')?.child.status.code).toBe('IN_NEED')
  })

  it('stays: what was corrected is not told again by a file that says what it said', async () => {
    const { store, deps } = fresh()
    await load(deps, { children: four })
    const { version = 0 } = childNamed(store, 'C1') ?? {}
    const correction = { remove: { adults: ['A1001'] }, reason: 'Was taken for another.' }
    const at = later(deps, 1)
    await correctChild({ by: hand, childId: idOf('C1'), correction, ifMatch: version }, at)
    const same = await load(later(deps, 2), { children: four })
    expect(same.compared.records.find(({ id }) => id === 'C1')).toMatchObject({
      outcome: 'UNCHANGED',
      notes: ['EDITED_HERE'],
    })
    const told = { ...four, C1: child({ allocatedTeam: 'Duty' }) }
    const { applied } = await load(later(deps, 3), { children: told })
    expect(applied.records.find(({ id }) => id === 'C1')?.notes).toEqual([
      'EDITED_HERE',
      'ADULT_TAKEN_AWAY',
    ])
    expect(childNamed(store, 'C1')?.adults).toEqual([])
  })
})

describe('a load that is ended by force', () => {
  /** A store of which the write with this number fails, before or after it stands. */
  const failingAt = (inner: Store, at: number, isAfter: boolean): Store => {
    let writes = 0
    return {
      ...inner,
      transact: async (actions) => {
        writes += 1
        if (writes === at && !isAfter) throw new Error('ended')
        const result = await inner.transact(actions)
        if (writes === at && isAfter) throw new Error('ended')
        return result
      },
    }
  }

  const whole = async () => {
    const { store, deps } = fresh()
    await load(deps, { children: four })
    return registerIn(store)
  }

  const places = Array.from(
    { length: 24 },
    (_, at) => [Math.floor(at / 2) + 1, at % 2 === 1] as const,
  )

  it.each(places)(
    'ends the same when its write %i failed (it stood: %s) and it is sent again',
    async (at, isAfter) => {
      const { store, deps } = fresh()
      const told = { children: four }
      await load(loadDepsOf(failingAt(store, at, isAfter)), told).catch(() => undefined)
      await load(deps, told)
      expect(registerIn(store)).toBe(await whole())
      const { applied } = await load(deps, told)
      expect(applied.last).toMatchObject({ kind: 'done', load: { phase: 'APPLIED' } })
    },
  )
})
