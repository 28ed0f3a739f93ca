import { describe, expect, it } from 'vitest'
import { accumulation } from '../../../shared/chronology/accumulation.ts'
import type { Notification } from '../../../shared/chronology/notification.ts'
import { domainsOf } from '../../../shared/codes/factors.ts'
import { aConcernId } from '../../builders/a-stored-concern.ts'
import { accumulated, current, notification, now } from './lines.ts'

const nothing = { combination: false, threeInThree: false, contributing: [] }

describe('two domains around one household', () => {
  it.each([
    ['the same month', '2026-11-01', true],
    ['eleven months ago', '2025-12-24', true],
    ['twelve months ago to the minute', '2025-11-23', true],
    ['a minute more than twelve months ago', '2025-11-23T09:59:00.000Z', false],
    ['thirteen months ago', '2025-10-23', false],
  ])('are a combination when the other is of %s: %s, %s', (...[, day, expected]) => {
    expect(accumulated([2, day, 'health', ['4B']]).combination).toBe(expected)
  })

  it.each([
    ['4A', true],
    ['4B', true],
    ['4C', true],
    ['2A', false],
    ['1C', false],
    ['16A', false],
  ] as const)(
    'count whoever of the household has the problem: 2B and %s, %s',
    (factor, expected) => {
      expect(accumulated([2, '2026-11-01', 'health', [factor]]).combination).toBe(expected)
    },
  )

  it('are none where this concern itself names no domain', () => {
    const neglect = { ...current, factors: ['16A' as const] }
    const past = [
      notification([2, '2026-11-01', 'health', ['4B']]),
      notification([3, '2026-10-01', 'housing', ['3B']]),
    ]
    expect(accumulation(past, neglect, now).combination).toBe(false)
  })

  it('name the concerns that made it so, and not this one', () => {
    expect(
      accumulated(
        [2, '2026-11-01', 'health', ['4B']],
        [3, '2025-01-01', 'health', ['5B']],
        [4, '2026-05-01', 'health', ['20']],
        [1, '2026-11-23', 'drugs', ['2B']],
      ).contributing,
    ).toEqual([aConcernId(2)])
  })

  it('count by when the hub was told, not by when it happened', () => {
    const old = { ...notification([2, '2026-11-01', 'health', ['4B']]), eventOn: '2019-01-01' }
    expect(accumulation([old], current, now).combination).toBe(true)
    const late = { ...notification([2, '2025-10-01', 'health', ['4B']]), eventOn: '2026-11-01' }
    expect(accumulation([late], current, now).combination).toBe(false)
  })

  it('keep to London’s calendar across the change of the clocks', () => {
    const atNoonGmt = new Date('2026-03-29T12:00:00Z')
    const told = (recordedAt: string) =>
      accumulation(
        [{ ...notification([2, '2025-03-29', 'health', ['4B']]), recordedAt }],
        { ...current, recordedAt: atNoonGmt.toISOString() },
        atNoonGmt,
      ).combination
    // 13.00 in London a year before, when the clocks had not gone forward yet, was 13.00 UTC.
    expect(told('2025-03-29T13:00:00.000Z')).toBe(true)
    expect(told('2025-03-29T12:59:00.000Z')).toBe(false)
  })
})

describe('one form', () => {
  const both = notification([1, '2026-11-23', 'health', ['1B', '4B']])
  const drugs = notification([2, '2026-11-26', 'drugs', ['2B']])

  it('never makes a combination, however many problems it names (P14)', () => {
    expect(accumulation([], both, now)).toEqual(nothing)
  })

  it('does so with one of another agency, 80 hours later (P14)', () => {
    const later = { ...drugs, recordedAt: '2026-11-26T18:00:00.000Z' }
    expect(accumulation([both], later, new Date('2026-11-26T18:00:00Z'))).toEqual({
      combination: true,
      threeInThree: false,
      contributing: [aConcernId(1)],
    })
  })
})

describe('one agency', () => {
  /** Hours after the first, by when the hub was told. */
  const toldAfter = (hours: number, change: Partial<Notification> = {}) => {
    const at = new Date(Date.parse('2026-11-20T10:00:00Z') + hours * 3_600_000)
    const first = notification([2, '2026-11-20', 'drugs', ['4B']])
    const later = { ...current, recordedAt: at.toISOString(), ...change }
    return accumulation([{ ...first, ...change }], later, at).combination
  }

  it.each([
    [71, false],
    [72, false],
    [72.001, true],
    [80, true],
  ])(
    'makes a combination only of incidents more than 72 hours apart: %s hours, %s',
    (hours, expected) => {
      expect(toldAfter(hours)).toBe(expected)
    },
  )

  it.each([
    ['the same day, told weeks apart', '2026-11-01', '2026-11-01', false],
    ['three days apart', '2026-11-01', '2026-11-04', false],
    ['four days apart', '2026-11-01', '2026-11-05', true],
  ])('goes by the stated day where there is one: %s', (...[, first, second, expected]) => {
    const one = { ...notification([2, '2026-11-02', 'drugs', ['4B']]), statedOn: first }
    expect(accumulation([one], { ...current, statedOn: second }, now).combination).toBe(expected)
  })

  it('makes one of two earlier incidents that are apart, with a third between them', () => {
    const past = [
      { ...notification([2, '2026-11-22', 'drugs', ['2B']]), statedOn: '2026-11-01' },
      { ...notification([3, '2026-11-22', 'drugs', ['4B']]), statedOn: '2026-11-05' },
    ]
    const between = { ...current, statedOn: '2026-11-03' }
    expect(accumulation(past, between, now).combination).toBe(true)
  })

  it('that sends its own again makes none, whoever else is silent', () => {
    expect(
      accumulated([2, '2025-12-28', 'drugs', ['2B']], [3, '2026-05-01', 'drugs', ['2B']]),
    ).toEqual(nothing)
  })
})

describe('a concern of no harm', () => {
  it('counts for nothing, as the earlier one and as this one', () => {
    const none = { ...notification([2, '2026-11-01', 'health', ['4B']]), harm: 'H0' as const }
    expect(accumulation([none], current, now)).toEqual(nothing)
    const past = [
      notification([2, '2026-11-01', 'health', ['4B']]),
      notification([3, '2026-11-10', 'housing', ['3B']]),
    ]
    expect(accumulation(past, { ...current, harm: 'H0' }, now)).toEqual(nothing)
  })
})

describe('a concern that was corrected', () => {
  const wrong = notification([2, '2026-11-01', 'health', ['4B']])
  const right = { ...notification([3, '2026-11-02', 'health', ['20']]), corrects: aConcernId(2) }

  it('counts no more, once the correction was shared; the correction does', () => {
    expect(accumulation([wrong, { ...right, counts: true }], current, now)).toEqual(nothing)
  })

  it('counts as before while nobody was told of the correction (§9.5)', () => {
    expect(accumulation([wrong, right], current, now).combination).toBe(true)
  })

  it('counts beside the correction that is being assessed, which lowers nothing by itself', () => {
    const correcting = { ...current, corrects: aConcernId(2) }
    expect(accumulation([wrong], correcting, now).combination).toBe(true)
  })
})

describe('domains', () => {
  it.each([
    [[], []],
    [['21', '16A', '6B'], []],
    [['1B', '2C'], ['substance-misuse']],
    [
      ['1A', '3A', '4A', '5A'],
      ['substance-misuse', 'domestic-abuse', 'mental-health', 'learning-disability'],
    ],
    [
      ['5B', '1B', '3C', '4B'],
      ['substance-misuse', 'domestic-abuse', 'mental-health', 'learning-disability'],
    ],
  ] as const)('of %j are %j', (factors, expected) => {
    expect(domainsOf(factors)).toEqual(expected)
  })
})
