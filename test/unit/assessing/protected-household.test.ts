import { describe, expect, it } from 'vitest'
import type { Found } from '../../../shared/assessing/facts-of.ts'
import { aNotification } from '../../builders/a-notification.ts'
import { aRegisteredFamily } from '../../builders/a-registered-family.ts'
import { factsFound } from './facts-found.ts'

type Sent = Parameters<typeof factsFound>[0]

describe('high risk of domestic abuse', () => {
  it.each<[string, Sent, boolean]>([
    ['a flag MARAC', { flags: ['MARAC'] }, true],
    ['a referral to MARAC', { domesticAbuse: { childPresent: 'SAW', maracReferred: true } }, true],
    [
      'a DASH of fourteen',
      { domesticAbuse: { childPresent: 'SAW', dash: { score: 14, level: 'HIGH' } } },
      true,
    ],
    [
      'a DASH of thirteen',
      { domesticAbuse: { childPresent: 'SAW', dash: { score: 13, level: 'MEDIUM' } } },
      false,
    ],
    [
      '"high" by judgement, whatever the score',
      { domesticAbuse: { childPresent: 'SAW', dash: { score: 6, level: 'HIGH' } } },
      true,
    ],
    ['abuse alone', { flags: ['DA'] }, false],
  ])('is %s: %s', (_, sent, expected) => {
    expect(factsFound(sent).highRisk).toBe(expected)
  })

  it.each([
    ['2025-11-23T10:00:00.000Z', true],
    ['2025-11-23T09:59:00.000Z', false],
  ])('is told of the household within twelve months: %s, %s', (recordedAt, expected) => {
    const past = [aNotification({ isHighRisk: true, recordedAt })]
    expect(factsFound({}, { past }).highRisk).toBe(expected)
  })
})

describe('a protected household', () => {
  it.each<[string, Sent, boolean]>([
    ['a flag DA', { flags: ['DA'] }, true],
    ['a flag MARAC', { flags: ['MARAC'] }, true],
    ['a restricted address', { flags: ['RESTRICTED_ADDRESS'] }, true],
    ['a factor of abuse', { factors: ['3C'], domesticAbuse: { childPresent: 'UNKNOWN' } }, true],
    ['whom to keep it from', { keepConfidentialFrom: [{ person: 'Him', why: 'Violent' }] }, true],
    ['any other flag', { flags: ['UNBORN', 'ADOPTED'] }, false],
  ])('is one of which is sent %s: %s', (_, sent, expected) => {
    expect(factsFound(sent).protectedHousehold).toBe(expected)
  })

  it.each([
    ['twenty-four months ago to the minute', '2024-11-23T10:00:00.000Z', true],
    ['a minute before that', '2024-11-23T09:59:00.000Z', false],
  ])('is one of which such a concern was told %s: %s', (...[, recordedAt, expected]) => {
    const past = [aNotification({ protects: true, recordedAt })]
    expect(factsFound({}, { past }).protectedHousehold).toBe(expected)
  })

  it('counts such a concern whether it was shared or not, below H1 too', () => {
    const past = [aNotification({ protects: true, counts: false, harm: 'H0' })]
    expect(factsFound({}, { past }).protectedHousehold).toBe(true)
  })

  it('is one of whom anybody is hidden in the register', () => {
    const hidden = aRegisteredFamily({ restricted: { address: true } })
    const open = aRegisteredFamily()
    const around = ({ child, adults }: typeof open): Found['around'] => ({
      adults,
      children: [child],
    })
    expect(factsFound({}, { around: around(hidden) }).protectedHousehold).toBe(true)
    expect(factsFound({}, { around: around(open) }).protectedHousehold).toBe(false)
    const adults = open.adults.map((one) => ({ ...one, restricted: { address: true } }))
    expect(factsFound({}, { around: { adults, children: [] } }).protectedHousehold).toBe(true)
  })
})
