import { describe, expect, it } from 'vitest'
import { indexWrites, readUnits, writeUnits } from '../../../bench/cost/write-units.ts'

const row = (change: object = {}) => ({ pk: 'P', sk: 'S', ...change })
const big = 'x'.repeat(1_500)
const table = {
  indexes: {
    waiting: { partitionKey: 'waitingFor', sortKey: 'until', projection: ['kind'] },
  },
} as const
const waits = { waitingFor: 'A', until: '1', kind: 'k' }

describe('what DynamoDB bills', () => {
  it.each([
    ['a small row', [undefined, row()], 1],
    ['a row of two kilobytes begun', [undefined, row({ big })], 2],
    ['a row that shrinks, by what it was', [row({ big }), row()], 2],
    ['a row that goes, by what it was', [row({ big }), undefined], 2],
    ['a row that is not there', [undefined, undefined], 1],
  ] as const)('counts the write of %s', (_, [before, after], expected) => {
    expect(writeUnits({ before, after })).toBe(expected)
  })

  it.each([
    ['nothing where the row is in no index', [row(), row({ other: 1 })], 0],
    ['once an entry that comes', [row(), row(waits)], 1],
    ['once an entry that goes', [row(waits), row()], 1],
    ['once an entry that changes', [row(waits), row({ ...waits, kind: 'l' })], 1],
    ['twice an entry whose key changes', [row(waits), row({ ...waits, until: '2' })], 2],
    ['nothing where only a field beside it changes', [row(waits), row({ ...waits, big })], 0],
    ['nothing where half of the key is there', [row(), row({ waitingFor: 'A' })], 0],
  ] as const)('counts in an index %s', (_, [before, after], expected) => {
    const written = indexWrites(table, { before, after })
    expect(written.reduce((sum, { units }) => sum + units, 0)).toBe(expected)
  })

  it.each([
    ['nothing as one', [[], true], 1],
    ['nothing that may trail as a half', [[], false], 0.5],
    ['rows together', [[row({ big }), row({ big }), row({ big })], true], 2],
  ] as const)('counts the read of %s', (_, [rows, consistent], expected) => {
    expect(readUnits(rows, consistent)).toBe(expected)
  })
})
