import { describe, expect, it } from 'vitest'
import { byHolder } from '../../../functions/serve-console/manager/late.ts'
import { measuresOf } from '../../../functions/serve-console/manager/measures-of.ts'
import { quartersUntil } from '../../../functions/serve-console/manager/quarters.ts'
import { barsOf } from '../../../functions/serve-console/pictures/bars.ts'
import type { Volume } from '../../../shared/alerts/volume.ts'

const volume = (agencyName: string, change: Partial<Volume> = {}): Volume => ({
  month: '2026-11',
  agencyName,
  raised: 20,
  decided: 20,
  noFurtherAction: 10,
  noFurtherActionRate: 0.5,
  acknowledged: { due: 20, inTime: 15 },
  told: { due: 20, inTime: 10 },
  repeated: 3,
  overridden: { all: 10, withReason: 8 },
  wrongMatches: 0,
  ...change,
})

describe('a quarter', () => {
  it('is told by service and in all, over its months', () => {
    const { agencies, raised, noFurtherAction } = measuresOf(
      [volume('A'), volume('A', { month: '2026-12' }), volume('B'), volume('C')],
      [],
    )
    expect(agencies).toEqual([
      { name: 'A', raised: 40, noFurtherAction: 20, share: 50 },
      { name: 'B', raised: 20, noFurtherAction: 10, share: 50 },
      { name: 'C', raised: 20, noFurtherAction: 10, share: 50 },
    ])
    expect([raised, noFurtherAction]).toEqual([80, 40])
  })

  it('tells what was measured of how many, and what is small of nothing', () => {
    const questions = [{ month: '2026-11', asked: 9, lapsed: 2 }]
    const { measures } = measuresOf([volume('A'), volume('B')], questions)
    expect(measures).toEqual([
      { name: 'acknowledged', part: 30, whole: 40, share: 75 },
      { name: 'told', part: 20, whole: 40, share: 50 },
      { name: 'repeated', part: 'left-out', whole: 40, share: undefined },
      { name: 'overridden', part: 20, whole: 40, share: 50 },
      { name: 'reasoned', part: 15, whole: 20, share: 75 },
      { name: 'wrong', part: 0, whole: 40, share: 0 },
      { name: 'lapsed', part: 'left-out', whole: 10, share: undefined },
    ])
  })

  it('tells nothing of which the number that came could be guessed, where that is left out', () => {
    const few = { raised: 2, acknowledged: { due: 2, inTime: 2 }, noFurtherAction: 0 }
    const { raised, measures } = measuresOf([volume('A', few), volume('B', few)], [])
    expect(raised).toBe('left-out')
    for (const { name, whole } of measures)
      expect([name, whole]).toEqual([name, name === 'lapsed' ? 0 : 'left-out'])
  })

  it('is one of four that do not overlap, the newest of which runs', () => {
    const quarters = quartersUntil(new Date('2026-11-27T12:00:00Z'))
    expect(quarters.map(({ months }) => months)).toEqual([
      ['2026-10', '2026-11', '2026-12'],
      ['2026-07', '2026-08', '2026-09'],
      ['2026-04', '2026-05', '2026-06'],
      ['2026-01', '2026-02', '2026-03'],
    ])
    // In London it is October by then.
    expect(quartersUntil(new Date('2026-09-30T23:30:00Z'))[0]?.first).toBe('2026-10')
  })

  it('has bars, the longest of which takes the room, or what stands for all', () => {
    const rows = [
      { name: 'A', said: '40', size: 40 },
      { name: 'B', said: 'not shown', size: 0 },
      { name: 'C', said: '10', size: 10 },
    ]
    expect(barsOf(rows).bars.map((bar) => bar.width)).toEqual([320, 0, 80])
    expect(barsOf(rows, 100).bars.map((bar) => bar.width)).toEqual([128, 0, 32])
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
