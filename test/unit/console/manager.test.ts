import { describe, expect, it } from 'vitest'
import { byHolder } from '../../../functions/serve-console/manager/late.ts'
import { measuresOf } from '../../../functions/serve-console/manager/measures-of.ts'
import { suppressed } from '../../../functions/serve-console/manager/suppressed.ts'
import { barsOf } from '../../../functions/serve-console/pictures/bars.ts'

describe('small numbers', () => {
  it.each([
    [
      [0, 5, 12],
      [0, 5, 12],
    ],
    [
      [1, 4, 12],
      ['few', 'few', 12],
    ],
    // The others’ sum would tell the only one that is left out.
    [
      [3, 9, 30],
      ['few', 'few', 30],
    ],
    [
      [3, 0, 0],
      ['few', 0, 0],
    ],
    [[], []],
  ])('of %o are told as %o', (counts, told) => {
    expect(suppressed(counts)).toEqual(told)
  })

  it('tell no share either', () => {
    const volume = (agencyName: string, raised: number, noFurtherAction: number) => ({
      month: '2026-11',
      agencyName,
      raised,
      decided: raised,
      noFurtherAction,
    })
    const { byAgency, byMonth } = measuresOf([
      volume('A', 20, 10),
      volume('A', 20, 5),
      volume('B', 9, 1),
      volume('C', 30, 6),
    ])
    expect(byAgency).toEqual([
      { name: 'A', raised: 40, decided: 40, noFurtherAction: 15, rate: 38 },
      { name: 'B', raised: 9, decided: 9, noFurtherAction: 'few', rate: undefined },
      { name: 'C', raised: 30, decided: 30, noFurtherAction: 'few', rate: undefined },
    ])
    expect(byMonth).toEqual([
      { name: '2026-11', raised: 79, decided: 79, noFurtherAction: 22, rate: 28 },
    ])
  })

  it('have no bar, and the largest has the longest', () => {
    const { bars, width } = barsOf([
      { name: 'A', count: 40 },
      { name: 'B', count: 'few' },
      { name: 'C', count: 10 },
    ])
    expect(bars.map((bar) => bar.width)).toEqual([320, 0, 80])
    expect(width).toBeGreaterThan(320)
  })
})

it('puts first what nobody has, then whoever has most that are late', () => {
  const item = (heldBy: string | undefined, isOverdue: boolean) => ({
    alertId: '',
    state: '',
    version: 1,
    kind: '',
    harm: 'H2',
    priority: '',
    urgency: '',
    raisedAt: '',
    dueAt: '',
    agencyName: '',
    heldBy,
    isOverdue,
  })
  const items = [item('w-1', false), item('w-2', true), item('w-2', true), item(undefined, false)]
  expect(byHolder(items)).toEqual([
    { heldBy: '', open: 1, late: 0 },
    { heldBy: 'w-2', open: 2, late: 2 },
    { heldBy: 'w-1', open: 1, late: 0 },
  ])
})
