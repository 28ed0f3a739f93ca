import { describe, expect, it } from 'vitest'
import {
  numberOf,
  schemaNumber,
  type Upcaster,
  upcast,
  upcasters,
} from '../../../shared/aws/dynamodb/rows/upcast.ts'
import type { Row } from '../../../shared/aws/dynamodb/store.ts'

/**
 * A worked example: the second release tells where an alert was passed on, the third keeps a list of it. What the first
 * wrote passes through both.
 */
const exampleOfAlerts: readonly Upcaster[] = [
  { to: 2, change: ({ to, ...row }) => ({ ...row, rerouted: to === undefined ? null : { to } }) },
  {
    to: 3,
    change: ({ rerouted, ...row }) => ({ ...row, reroutes: rerouted === null ? [] : [rerouted] }),
  },
]

describe('a row that an older release wrote', () => {
  it.each<readonly [string, Row, Row]>([
    ['the first', { schema: 1, to: 'HOLDING' }, { schema: 3, reroutes: [{ to: 'HOLDING' }] }],
    [
      'the first, without a number',
      { to: 'HOLDING' },
      { schema: 3, reroutes: [{ to: 'HOLDING' }] },
    ],
    ['the first, without the field', { schema: 1 }, { schema: 3, reroutes: [] }],
    ['the second', { schema: 2, rerouted: null }, { schema: 3, reroutes: [] }],
    ['the third', { schema: 3, reroutes: [] }, { schema: 3, reroutes: [] }],
    ['a later one', { schema: 4, ways: {} }, { schema: 4, ways: {} }],
  ])('is read as this one writes it: %s', (_, stood, read) => {
    const before = JSON.stringify(stood)
    expect(upcast(stood, exampleOfAlerts)).toEqual(read)
    expect(JSON.stringify(stood)).toBe(before)
  })

  it('is of the first release where it has no number', () => {
    expect([numberOf({}), numberOf({ schema: 5 })]).toEqual([1, 5])
  })
})

describe('the upcasters', () => {
  it('of each kind go up one by one, to no number that is not written yet', () => {
    for (const all of Object.values(upcasters)) {
      const numbers = all.map(({ to }) => to)
      expect(numbers).toEqual(numbers.toSorted((one, other) => one - other))
      expect(Math.max(...numbers)).toBeLessThanOrEqual(schemaNumber)
    }
    expect(schemaNumber).toBeGreaterThanOrEqual(1)
  })

  it('are none for what the log has sealed: an entry is what its hash is of', () => {
    expect(upcasters['sealed-entry'] ?? upcasters['waiting-entry']).toBeUndefined()
  })
})
