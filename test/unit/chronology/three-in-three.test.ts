import { describe, expect, it } from 'vitest'
import { accumulation } from '../../../shared/chronology/accumulation.ts'
import type { Notification } from '../../../shared/chronology/notification.ts'
import { aConcernId } from '../../builders/a-stored-concern.ts'
import { accumulated, current, type Line, notification, now } from './lines.ts'

describe('what an agency sends within 72 hours', () => {
  const statedOn = '2026-11-19'
  const first = { ...notification([2, '2026-11-20', 'health', ['16A']]), statedOn }
  const other = notification([3, '2026-10-01', 'housing', ['16A']])
  const again = (change: Partial<Notification>) =>
    accumulation(
      [first, other],
      { ...notification([1, '2026-11-22', 'health', ['16A']]), statedOn, ...change },
      now,
    ).threeInThree

  it.each([
    ['the same person and incident', {}, false],
    ['another person', { stated: 'another person' }, true],
    ['another incident', { statedOn: '2026-11-21' }, true],
  ])('of %s is three notifications: %s', (...[, change, isThird]) => {
    expect(again(change)).toBe(isThird)
  })

  it('without a stated day may be about anything, and so is three notifications', () => {
    const undated = (number: number, day: string) => notification([number, day, 'health', ['16A']])
    expect(accumulation([undated(2, '2026-11-20'), other], undated(1, '2026-11-22'), now)).toEqual({
      combination: false,
      threeInThree: true,
      contributing: [aConcernId(3), aConcernId(2)],
    })
  })
})

describe('three notifications in three months', () => {
  it.each([
    ['three agencies', ['2026-10-01', 'health'], ['2026-11-01', 'housing'], true],
    ['one agency, weeks apart', ['2026-09-01', 'drugs'], ['2026-10-15', 'drugs'], true],
    [
      'one of them three months ago to the minute',
      ['2026-08-23T09:00:00.000Z', 'health'],
      ['2026-11-01', 'x'],
      true,
    ],
    ['one of them longer ago', ['2026-08-23T08:59:00.000Z', 'health'], ['2026-11-01', 'x'], false],
    [
      'the same agency again within 72 hours',
      ['2026-10-01', 'health'],
      ['2026-10-04', 'health'],
      false,
    ],
    [
      'the same agency again after 72 hours',
      ['2026-10-01', 'health'],
      ['2026-10-04T10:00:00.001Z', 'health'],
      true,
    ],
    [
      'this agency again within 72 hours of now',
      ['2026-10-01', 'health'],
      ['2026-11-21', 'drugs'],
      false,
    ],
    ['two agencies within 72 hours', ['2026-11-20', 'health'], ['2026-11-21', 'housing'], true],
  ] as const)('are %s', (...[, second, third, threeInThree]) => {
    const statedOn = '2026-08-20'
    const past = [
      notification([2, second[0], second[1], ['16A']]),
      notification([3, third[0], third[1], ['20']]),
    ].map((one) => ({ ...one, statedOn }))
    const found = accumulation(past, { ...current, statedOn }, now)
    const { contributing } = found
    expect(found.threeInThree).toBe(threeInThree)
    expect(contributing.length).toBe(threeInThree ? 2 : 0)
  })

  it('are not two', () => {
    expect(accumulated([2, '2026-11-01', 'health', ['16A']]).threeInThree).toBe(false)
  })

  it('are none where one of them is of no harm', () => {
    const lines: readonly Line[] = [
      [2, '2026-10-04', 'health', ['16A']],
      [3, '2026-09-01', 'housing', ['16A']],
    ]
    const [one, other] = lines.map(notification)
    if (one === undefined || other === undefined) throw new Error('two were told')
    expect(accumulation([one, { ...other, harm: 'H0' }], current, now).threeInThree).toBe(false)
  })

  it('are told in whatever order they are remembered', () => {
    const lines: readonly Line[] = [
      [2, '2026-10-04', 'health', ['16A']],
      [3, '2026-09-01', 'housing', ['16A']],
    ]
    expect(accumulated(...lines)).toMatchObject({ threeInThree: true })
    expect(accumulated(...lines.toReversed())).toMatchObject({ threeInThree: true })
  })

  it('count one concern once, though two siblings remember it', () => {
    const line: Line = [2, '2026-10-01', 'health', ['16A']]
    expect(accumulated(line, line).threeInThree).toBe(false)
  })
})
