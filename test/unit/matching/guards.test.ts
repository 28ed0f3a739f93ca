import { describe, expect, it } from 'vitest'
import { comparisonNames, type Findings } from '../../../shared/matching/comparisons/comparisons.ts'
import { dateOfBirthLevels } from '../../../shared/matching/comparisons/date-of-birth.ts'
import { givenNameLevels } from '../../../shared/matching/comparisons/given-name.ts'
import { compareShared } from '../../../shared/matching/comparisons/shared-value.ts'
import { guardsOf } from '../../../shared/matching/scoring/guards.ts'
import { isNhsNumber } from '../../../shared/people/nhs-number.ts'

const nothing = Object.fromEntries(comparisonNames.map((name) => [name, undefined])) as Findings
const found = (over: Partial<Findings>): Findings => ({
  ...nothing,
  'given-name': 'exact',
  'family-name': 'exact',
  'date-of-birth': 'exact',
  ...over,
})

describe('guards', () => {
  it('are none where names and date agree', () => {
    expect(guardsOf(found({}))).toEqual([])
    expect(guardsOf(found({ identifier: 'same' }))).toEqual([])
  })

  it.each(givenNameLevels)('take a forename that is %s as agreeing, or not', (level) => {
    const differs = level === 'faint' || level === 'different'
    const given = found({ 'given-name': level })
    expect(guardsOf(given).includes('forename-differs')).toBe(differs)
    expect(guardsOf(given).includes('possible-twin')).toBe(differs)
    expect(guardsOf({ ...given, identifier: 'same' })).toEqual([])
  })

  it.each([...dateOfBirthLevels, undefined])(
    'take a date that is %s as agreeing, or not',
    (level) => {
      const differs = level === undefined || level === 'different'
      const date = found({ 'date-of-birth': level })
      expect(guardsOf(date)).toEqual(differs ? ['date-of-birth-differs'] : [])
      expect(guardsOf({ ...date, identifier: 'same' })).toEqual([])
    },
  )

  it.each(['exact', 'known-parts', 'day-month-swapped'] as const)(
    'suspect a twin of another forename and a date that is %s',
    (date) => {
      const twin = found({ 'given-name': 'different', 'date-of-birth': date })
      expect(guardsOf(twin)).toContain('possible-twin')
      expect(guardsOf({ ...twin, 'family-name': 'different' })).not.toContain('possible-twin')
      expect(guardsOf({ ...twin, 'date-of-birth': 'near' })).not.toContain('possible-twin')
      expect(guardsOf({ ...twin, 'given-name': undefined })).not.toContain('possible-twin')
    },
  )

  it.each([
    ['exact', true],
    ['barrel', true],
    ['close', true],
    ['different', false],
    [undefined, false],
  ] as const)('suspect a twin of a family name that is %s: %s', (family, isTwin) => {
    const other = found({ 'given-name': 'different', 'family-name': family })
    expect(guardsOf(other).includes('possible-twin')).toBe(isTwin)
  })

  it('stop a number that agrees alone', () => {
    const alone = found({
      'given-name': 'different',
      'date-of-birth': 'different',
      identifier: 'same',
    })
    expect(guardsOf(alone)).toEqual(['nhs-number-alone'])
  })

  it.each(['given-name', 'family-name'] as const)('stop one name only, without %s', (half) => {
    expect(guardsOf(found({ [half]: undefined, identifier: 'same' }))).toEqual(['one-name-only'])
  })

  it('stop another number', () => {
    expect(guardsOf(found({ identifier: 'different' }))).toEqual(['nhs-number-differs'])
  })

  it('stop the next number issued, which has a check digit of its own', () => {
    const [one, next] = ['9990000018', '9990000026']
    expect([one, next].map(isNhsNumber)).toEqual([true, true])
    const identifier = compareShared([one], [next])
    expect(identifier).toBe('two-edits')
    expect(guardsOf(found({ identifier }))).toEqual(['nhs-number-differs'])
  })
})
