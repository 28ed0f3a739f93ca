import { describe, expect, it } from 'vitest'
import { isNhsNumber } from '../../../shared/kernel/is-nhs-number.ts'
import { comparisonNames, type Findings } from '../../../shared/matching/comparisons/comparisons.ts'
import { givenNameLevels } from '../../../shared/matching/comparisons/given-name.ts'
import { compareShared } from '../../../shared/matching/comparisons/shared-value.ts'
import { guardsOf } from '../../../shared/matching/scoring/guards.ts'

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
    const agrees = ['exact', 'left-out', 'nickname', 'close', 'initial'].includes(level)
    const given = found({ 'given-name': level })
    expect(guardsOf(given)).toEqual(agrees ? [] : ['forename-differs', 'possible-twin'])
    const isAlike = level === 'like' || level === 'similar'
    const numbered = guardsOf({ ...given, identifier: 'same' })
    expect(numbered).toEqual(agrees || isAlike ? [] : ['nhs-number-alone'])
  })

  it.each(['like', 'similar'] as const)(
    'let a forename that is %s be the person’s own where something else of their own agrees',
    (level) => {
      expect(guardsOf(found({ 'given-name': level, email: 'same' }))).toEqual([])
      expect(guardsOf(found({ 'given-name': level, phone: 'same' }))).not.toEqual([])
      const contradicted = found({ 'given-name': 'contradicts', email: 'same' })
      expect(guardsOf(contradicted)).toContain('forename-differs')
    },
  )

  it.each(['different', 'year-edit', 'years-apart', undefined] as const)(
    'take a date that is %s as another, with a number too where it is known',
    (level) => {
      const date = found({ 'date-of-birth': level })
      expect(guardsOf(date)).toEqual(['date-of-birth-differs'])
      const numbered = guardsOf({ ...date, identifier: 'same' })
      expect(numbered).toEqual(level === undefined ? [] : ['nhs-number-alone'])
    },
  )

  it.each(['known-parts', 'one-edit', 'two-of-three'] as const)(
    'ask for something that holds a date that is %s',
    (level) => {
      const date = found({ 'date-of-birth': level })
      expect(guardsOf(date)).toEqual(['date-of-birth-weak'])
      expect(guardsOf({ ...date, address: 'different' })).toEqual(['date-of-birth-weak'])
      expect(guardsOf({ ...date, address: 'home-in-part' })).toEqual([])
      expect(guardsOf({ ...date, phone: 'same' })).toEqual([])
      expect(guardsOf({ ...date, children: 'name-and-date' })).toEqual([])
      expect(guardsOf({ ...date, identifier: 'same' })).toEqual([])
    },
  )

  it.each(['year', 'year-off', 'near', 'loose'] as const)(
    'let a date that is %s confirm the very name at the home, if the name is not common',
    (level) => {
      const date = found({ 'date-of-birth': level, address: 'home' })
      expect(guardsOf(date)).toEqual([])
      expect(guardsOf(date, 'half-common')).toEqual([])
      expect(guardsOf(date, 'common')).toEqual(['date-of-birth-weak'])
      expect(guardsOf({ ...date, email: 'same' }, 'common')).toEqual([])
      expect(guardsOf({ ...date, address: 'neighbour' })).toEqual(['date-of-birth-weak'])
      expect(guardsOf({ ...date, 'given-name': 'nickname' })).toEqual(['date-of-birth-weak'])
      expect(guardsOf({ ...date, phone: 'same', address: undefined })).toEqual([
        'date-of-birth-weak',
      ])
    },
  )

  it('suspect a twin of the other sex of another form of the forename', () => {
    const other = found({ 'given-name': 'nickname', sex: 'different' })
    expect(guardsOf(other)).toEqual(['possible-twin'])
    expect(guardsOf({ ...other, 'given-name': 'exact' })).toEqual([])
    expect(guardsOf({ ...found({ sex: 'different' }), identifier: 'same' })).toEqual([
      'nhs-number-alone',
    ])
  })

  it('stop family names that deny each other in part', () => {
    expect(guardsOf(found({ 'family-name': 'contradicts' }))).toEqual(['family-name-differs'])
  })

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
