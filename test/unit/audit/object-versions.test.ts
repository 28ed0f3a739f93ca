import { describe, expect, it } from 'vitest'
import { type Series, seriesOf } from '../../../shared/audit/object-versions.ts'
import type { SealedLeaf } from '../../../shared/audit/verify-sealed.ts'
import { anEntry } from '../casework/in-memory-audit-log.ts'

/** An entry that names the versions of records of casework. */
const naming = (versions: unknown) => {
  const { entry } = anEntry(1)
  return { leaf: { entry: { ...entry, action: 'ALERT_MOVED', versions } } }
}

const leaf = (action: string, object: string, version: number | string): SealedLeaf => {
  const { entry, schema, standsUnder, indexFields } = anEntry(1)
  const codes = { version: String(version) }
  return {
    hash: Buffer.alloc(32),
    leaf: {
      ...{ schema, standsUnder, indexFields, salt: 'salt' },
      entry: { ...entry, action, subjects: [object, 'beside'], codes },
    },
  }
}

const numbers = (series: Series | undefined) => series?.missing.map(({ version }) => version)

describe('the versions of a record', () => {
  it('are without a gap when each change has its entry, whatever was recorded twice', () => {
    const found = seriesOf([
      leaf('CHILD_RECORDED', 'council.C1', 1),
      leaf('CHILD_RECORDED', 'council.C1', 1),
      leaf('CHILD_CORRECTED', 'council.C1', 2),
    ])
    expect(found).toEqual([
      {
        kind: 'register',
        object: 'register council.C1',
        record: 'council.C1',
        first: 1,
        last: 2,
        missing: [],
      },
    ])
  })

  it('lack those that no entry names, between the first and the last', () => {
    const [found] = seriesOf([
      leaf('CLIENT_KEYS_ROTATED', 'drugs', 3),
      leaf('CLIENT_SUSPENDED', 'drugs', 6),
    ])
    expect(found).toMatchObject({ object: 'client drugs', first: 3, last: 6 })
    expect(numbers(found)).toEqual([4, 5])
  })

  it('go on after a deletion, which leaves a place of its own', () => {
    const [found] = seriesOf([
      leaf('CHILD_RECORDED', 'council.C1', 1),
      leaf('CHILD_DELETED', 'council.C1', 1),
      leaf('CHILD_RECORDED', 'council.C1', 3),
    ])
    expect(found?.missing).toEqual([])
  })

  it('of casework are those that an entry names, whatever was done', () => {
    const found = seriesOf([
      naming({ 'alert-1': 1, 'review-1': 1 }),
      naming({ 'alert-1': 2 }),
      naming({ 'alert-1': 4, 'review-1': 2 }),
    ])
    expect(found.map((one) => [one.object, numbers(one)])).toEqual([
      ['casework alert-1', [3]],
      ['casework review-1', []],
    ])
  })

  it('lack the first where the entries begin later, but for the directory, whose first rows were put', () => {
    const [alert] = seriesOf([naming({ 'alert-1': 3 })])
    expect(numbers(alert)).toEqual([1, 2])
    const [client] = seriesOf([leaf('CLIENT_SUSPENDED', 'drugs', 2)])
    expect(numbers(client)).toEqual([])
  })

  it('lack the last where somebody knows that the record stands there', () => {
    const stands = new Map([['alert-1', 4]])
    const [alert] = seriesOf([naming({ 'alert-1': 1 }), naming({ 'alert-1': 2 })], stands)
    expect(numbers(alert)).toEqual([3, 4])
    const [none] = seriesOf([], new Map([['alert-2', 2]]))
    expect([none?.object, numbers(none)]).toEqual(['record alert-2', [1, 2]])
    expect(numbers(seriesOf([naming({ 'alert-1': 1 })], new Map([['alert-1', 1]]))[0])).toEqual([])
  })

  it('say of each that is missing when the nearest before it was made', () => {
    const { at } = anEntry(1).entry
    const [found] = seriesOf([naming({ 'alert-1': 2 }), naming({ 'alert-1': 4 })])
    expect(found?.missing).toEqual([
      { version: 1, after: undefined },
      { version: 3, after: at },
    ])
  })

  it('are not read of what names them in another way', () => {
    expect(seriesOf([naming('alert-1 2'), naming({ 'alert-1': 'two' }), naming(null)])).toEqual([])
  })

  it('are not asked of what names none at each change, nor of a version that is no number', () => {
    expect(seriesOf([leaf('ALERT_READ', 'a', 4), leaf('CHILD_RECORDED', 'c', 'x')])).toEqual([])
  })
})
