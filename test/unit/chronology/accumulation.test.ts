import { describe, expect, it } from 'vitest'
import { accumulation } from '../../../shared/chronology/accumulation.ts'
import type { Notification } from '../../../shared/chronology/notification.ts'
import { domainsOf } from '../../../shared/codes/factors.ts'
import { adultIdSchema } from '../../../shared/kernel/ids.ts'
import { aConcernId } from '../../builders/a-stored-concern.ts'

const now = new Date('2026-11-23T10:00:00Z')

const mother = adultIdSchema.parse('E06000991.A1')
const partner = adultIdSchema.parse('E06000991.A2')

type Line = readonly [
  number: number,
  day: string,
  agency: string,
  factors: readonly Notification['factors'][number][],
]

/** A notification, as one line: number, day, agency, factors. */
const notification = ([number, day, agency, factors]: Line): Notification => ({
  concernId: aConcernId(number),
  eventOn: day.slice(0, 10),
  recordedAt: day.length === 10 ? `${day}T10:00:00.000Z` : day,
  agency,
  agencyName: agency,
  adultIds: [mother],
  factors: [...factors],
  harm: 'H1',
})

const current = notification([1, '2026-11-23', 'drugs', ['2B']])
const accumulated = (...lines: readonly Line[]) =>
  accumulation(lines.map(notification), current, now)

describe('two domains around one child', () => {
  it.each([
    ['the same month', '2026-11-01', true],
    ['eleven months ago', '2025-12-24', true],
    ['twelve months ago to the minute', '2025-11-23', true],
    ['a minute more than twelve months ago', '2025-11-23T09:59:00.000Z', false],
    ['thirteen months ago', '2025-10-23', false],
  ])('fire when the other is of %s: %s, %s', (...[, day, fires]) => {
    expect(accumulated([2, day, 'health', ['4B']]).fires).toBe(fires)
  })

  it.each([
    ['substance misuse and mental health', ['4B'], true],
    ['substance misuse and domestic abuse of a child', ['3A'], true],
    ['substance misuse and domestic abuse of another', ['3C'], true],
    ['substance misuse and learning disability', ['5B'], true],
    ['drugs and alcohol: one domain', ['1B'], false],
    ['the child’s own mental health', ['4A'], false],
    ['another person’s mental health', ['4C'], false],
    ['neglect', ['16A'], false],
    ['no factor identified', ['21'], false],
  ] as const)('counts %s', (...[, factors, fires]) => {
    expect(accumulated([2, '2026-11-01', 'health', [...factors]]).fires).toBe(fires)
  })

  it('fire within one concern', () => {
    const both = notification([1, '2026-11-23', 'drugs', ['2B', '4B']])
    expect(accumulation([], both, now)).toEqual({
      fires: true,
      threeInThree: false,
      contributing: [],
    })
  })

  it('do not need two agencies', () => {
    expect(accumulated([2, '2026-11-01', 'drugs', ['4B']]).fires).toBe(true)
  })

  it('name the concerns that made it so, and not this one', () => {
    const { contributing } = accumulated(
      [2, '2026-11-01', 'health', ['4B']],
      [3, '2025-01-01', 'health', ['5B']],
      [1, '2026-11-23', 'drugs', ['2B']],
    )
    expect(contributing).toEqual([
      {
        concernId: aConcernId(2),
        eventOn: '2026-11-01',
        agencyName: 'health',
        domains: ['mental-health'],
      },
    ])
  })
})

describe('the notifications of three agencies', () => {
  const drugs: Line = [2, '2025-12-28', 'drugs', ['16A']]
  const health: Line = [3, '2026-05-01', 'health', ['4B']]

  it('over eleven months raise, and name those that touch a domain', () => {
    const { fires, contributing } = accumulated(drugs, health)
    expect(fires).toBe(true)
    expect(contributing.map(({ concernId }) => concernId)).toEqual([aConcernId(3)])
  })

  it('are no more than one when one agency sends its own again', () => {
    const again: readonly Line[] = [
      [2, '2025-12-28', 'drugs', ['2B']],
      [3, '2026-05-01', 'drugs', ['2B']],
    ]
    expect(accumulated(...again)).toEqual({ fires: false, threeInThree: false, contributing: [] })
  })

  it('over thirteen months do not raise', () => {
    expect(accumulated([2, '2025-10-20', 'health', ['4B']]).fires).toBe(false)
  })

  it('count by when the hub was told, not by when it happened', () => {
    const old = { ...notification([2, '2026-11-01', 'health', ['4B']]), eventOn: '2019-01-01' }
    expect(accumulation([old], current, now).fires).toBe(true)
    const late = { ...notification([2, '2025-10-01', 'health', ['4B']]), eventOn: '2026-11-01' }
    expect(accumulation([late], current, now).fires).toBe(false)
  })

  it('keep to London’s calendar across the change of the clocks', () => {
    const atNoonGmt = new Date('2026-03-29T12:00:00Z')
    const told = (recordedAt: string) =>
      accumulation(
        [{ ...notification([2, '2025-03-29', 'health', ['4B']]), recordedAt }],
        { ...current, recordedAt: atNoonGmt.toISOString() },
        atNoonGmt,
      ).fires
    // 13.00 in London a year before, when the clocks had not gone forward yet, was 13.00 UTC.
    expect(told('2025-03-29T13:00:00.000Z')).toBe(true)
    expect(told('2025-03-29T12:59:00.000Z')).toBe(false)
  })
})

describe('a concern that was corrected', () => {
  const wrong = notification([2, '2026-11-01', 'health', ['4B']])
  const right = { ...notification([3, '2026-11-02', 'health', ['20']]), corrects: aConcernId(2) }

  it('counts no more; its correction does', () => {
    expect(accumulation([wrong], current, now).fires).toBe(true)
    expect(accumulation([wrong, right], current, now)).toEqual({
      fires: false,
      threeInThree: false,
      contributing: [],
    })
  })

  it('does not count beside the correction that is being assessed', () => {
    expect(accumulation([wrong], { ...current, corrects: aConcernId(2) }, now).fires).toBe(false)
  })
})

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
    ['the same adult and incident', {}, false],
    ['another adult', { adultIds: [partner] }, true],
    ['another incident', { statedOn: '2026-11-21' }, true],
    ['one adult of two', { adultIds: [partner, mother] }, false],
  ])('of %s is three notifications: %s', (...[, change, isThird]) => {
    expect(again(change)).toBe(isThird)
  })

  it('without a stated day may be about anything, and so is three notifications', () => {
    const undated = (number: number, day: string) => notification([number, day, 'health', ['16A']])
    expect(accumulation([undated(2, '2026-11-20'), other], undated(1, '2026-11-22'), now)).toEqual({
      fires: false,
      threeInThree: true,
      contributing: [
        { concernId: aConcernId(3), eventOn: '2026-10-01', agencyName: 'housing', domains: [] },
        { concernId: aConcernId(2), eventOn: '2026-11-20', agencyName: 'health', domains: [] },
      ],
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

describe('domains', () => {
  it.each([
    [[], []],
    [['21'], []],
    [['1B', '2B'], ['substance-misuse']],
    [
      ['5B', '1B', '3C', '4B'],
      ['substance-misuse', 'domestic-abuse', 'mental-health', 'learning-disability'],
    ],
    [['1A', '1C', '2A', '2C', '4A', '4C', '5A', '5C'], []],
  ] as const)('of %j are %j', (factors, expected) => {
    expect(domainsOf(factors)).toEqual(expected)
  })
})
