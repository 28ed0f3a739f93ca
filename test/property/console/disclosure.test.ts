import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  largestSmall,
  shareOf,
  told,
  toldColumn,
} from '../../../functions/serve-console/manager/disclosure.ts'
import { runs } from '../../builders/runs.ts'
import { otherTables, type Table } from './other-tables.ts'

const publish = ({ came, closed }: Table) => {
  const all = toldColumn(came)
  return { came: all, closed: toldColumn(closed, all) }
}

const counts = fc.oneof(
  { weight: 3, arbitrary: fc.integer({ min: 0, max: 9 }) },
  { weight: 2, arbitrary: fc.integer({ min: 0, max: 40 }) },
  { weight: 1, arbitrary: fc.constantFrom(1, 7, 8, 12, 13, 17) },
)
const tables = fc.array(fc.tuple(counts, counts), { minLength: 1, maxLength: 6 }).map((rows) => ({
  came: rows.map(([one, other]) => Math.max(one, other)),
  closed: rows.map(([one, other]) => Math.min(one, other)),
}))

type Cell = { readonly column: keyof Table; readonly at: number }

const smallIn = (table: Table): readonly Cell[] =>
  (['came', 'closed'] as const).flatMap((column) =>
    table[column].flatMap((count, at) =>
      count > 0 && count <= largestSmall ? [{ column, at }] : [],
    ),
  )

/** Whether who knows the rule, and all that it tells, cannot know this cell: a table with another count there is told in the same way. */
const isOpen = (table: Table, cell: Cell): boolean => {
  const seen = JSON.stringify(publish(table))
  for (const other of otherTables(table, cell))
    if (JSON.stringify(publish(other)) === seen) return true
  return false
}

describe('what is told of small numbers', () => {
  it('lets nobody work one out, who knows the rule and sees parts, totals and both columns', () => {
    fc.assert(
      fc.property(tables, (table) => {
        const seen = publish(table)
        const cells = smallIn(table)
        expect(cells.map(({ column, at }) => seen[column].parts[at])).toEqual(
          cells.map(() => 'left-out'),
        )
        expect(cells.filter((cell) => !isOpen(table, cell))).toEqual([])
      }),
      runs(300),
    )
  })

  it('is else to the nearest five, and no share says more', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 2000 }), (count) => {
        const one = told(count)
        if (count > 0 && count <= largestSmall) expect(one).toBe('left-out')
        else expect(Math.abs(Number(one) - count)).toBeLessThanOrEqual(2)
      }),
    )
    expect([
      shareOf(15, 20),
      shareOf('left-out', 20),
      shareOf(10, 'left-out'),
      shareOf(0, 0),
    ]).toEqual([75, undefined, undefined, undefined])
  })

  it('tells less where the total of many small ones, or of one beside large ones, would tell it', () => {
    expect(toldColumn(Array.from({ length: 12 }, () => 1)).total).toBe('left-out')
    expect(toldColumn([7, 7, 7, 7]).total).toBe('left-out')
    expect(toldColumn([3, 40, 60])).toEqual({ parts: ['left-out', 40, 60], total: 105 })
    expect(toldColumn([2, 40])).toEqual({ parts: ['left-out', 'left-out'], total: 40 })
    expect(toldColumn([0, 12, 40])).toEqual({ parts: [0, 10, 40], total: 50 })
  })
})
