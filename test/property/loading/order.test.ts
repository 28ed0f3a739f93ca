import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createInMemoryStore } from '../../../local/in-memory/store.ts'
import { tables as definitions } from '../../../shared/aws/dynamodb/tables.ts'
import type { Child } from '../../../shared/register/child.ts'
import { load, loadDepsOf, registerIn } from '../../builders/a-load.ts'
import { childrenOf, loadTables, type Rows, type Tables } from '../../builders/loading.ts'
import { childRow, relationRow } from '../../builders/planted-flaws.ts'
import { runs } from '../../builders/runs.ts'

const adultNames = ['Rosa', 'Colm', 'Maud', 'Ines']

/** Up to six children, each with some of four adults, of whom several children may have the same. */
const anyTables: fc.Arbitrary<Tables> = fc
  .array(fc.subarray([0, 1, 2, 3]), { minLength: 1, maxLength: 6 })
  .map((families) => ({
    'children.csv': families.map((_, at) => childRow(`C${at}`, { Forename: `Ivy${'abcdef'[at]}` })),
    'relationships.csv': families.flatMap((adults, at) =>
      adults.map((one) =>
        relationRow(`C${at}`, {
          adult_id: `A${one}`,
          adult_given_name: adultNames[one] ?? '',
          relationship: one === 0 ? 'Mother' : 'Other relative',
        }),
      ),
    ),
  }))

const shuffled = (rows: Rows | undefined, order: readonly number[]): Rows =>
  (rows ?? []).toSorted((one, other) => {
    const place = (row: Rows[number]): number =>
      order[(rows ?? []).indexOf(row) % order.length] ?? 0
    return place(one) - place(other)
  })

const withoutEmpty = (tables: Tables): Tables =>
  Object.fromEntries(Object.entries(tables).filter(([, rows]) => rows.length > 0))

const fresh = () => {
  const store = createInMemoryStore(definitions)
  return { store, deps: loadDepsOf(store) }
}

/** The register after these loads; an adult's children stand in the order in which they were told. */
const registerAfter = async (
  loads: readonly Readonly<Record<string, Child>>[],
): Promise<unknown> => {
  const { store, deps } = fresh()
  for (const children of loads) await load(deps, { children, extent: 'DELTA', size: 3 })
  const rows = JSON.parse(registerIn(store)) as { adult?: { children: { childId: string }[] } }[]
  return rows.map((row) =>
    row.adult === undefined
      ? row
      : {
          ...row,
          adult: {
            ...row.adult,
            children: row.adult.children.toSorted((one, other) =>
              one.childId < other.childId ? -1 : 1,
            ),
          },
        },
  )
}

describe('a load', () => {
  it('tells the same in any order of its rows', async () => {
    const orders = fc.array(fc.nat(1000), { minLength: 24, maxLength: 24 })
    await fc.assert(
      fc.asyncProperty(anyTables, orders, async (tables, order) => {
        const mixed = {
          'relationships.csv': shuffled(tables['relationships.csv'], order),
          'children.csv': shuffled(tables['children.csv'], order),
        }
        const told = childrenOf(await loadTables(withoutEmpty(mixed)))
        expect(told).toEqual(childrenOf(await loadTables(withoutEmpty(tables))))
      }),
      runs(60),
    )
  })

  it('leaves the same register however it is split into loads', async () => {
    await fc.assert(
      fc.asyncProperty(
        anyTables,
        fc.array(fc.nat(2), { minLength: 6, maxLength: 6 }),
        async (tables, shares) => {
          const all = childrenOf(await loadTables(withoutEmpty(tables)))
          const parts = [0, 1, 2].map((share) =>
            Object.fromEntries(Object.entries(all).filter((_, at) => shares[at] === share)),
          )
          expect(await registerAfter(parts)).toEqual(await registerAfter([all]))
        },
      ),
      runs(15),
    )
  })
})
