import { describe, expect, it } from 'vitest'
import { isNhsNumber } from '../../../shared/kernel/is-nhs-number.ts'
import { nhsNumberSchema } from '../../../shared/people/nhs-number.ts'

describe('an NHS number', () => {
  it.each(['9434765919', '9434765870', '4010232137', '4505577104', '9876543210', '5990128088'])(
    '%s is one',
    (number) => {
      expect(isNhsNumber(number)).toBe(true)
    },
  )

  it.each([
    ['a wrong check digit', '9434765918'],
    ['a check digit that would be ten', '1234567890'],
    ['two digits swapped', '9347465919'],
    ['nine digits', '943476591'],
    ['eleven digits', '94347659190'],
    ['blanks', '943 476 5919'],
    ['a blank behind', '9434765919 '],
    ['a line break behind', '9434765919\n'],
    ['hyphens', '943-476-5919'],
    ['full-width digits', '９４３４７６５９１９'],
    ['Arabic digits', '٩٤٣٤٧٦٥٩١٩'],
    ['letters', 'ABCDEFGHIJ'],
    ['a sign', '+943476591'],
    ['nothing', ''],
    ['noughts', '0000000000'],
    ['ones', '1111111111'],
    ['nines', '9999999999'],
  ])('with %s is none', (_, value) => {
    expect(isNhsNumber(value)).toBe(false)
  })

  it('is no longer one when any one digit changes', () => {
    for (let at = 0; at < 10; at += 1)
      for (const digit of '0123456789') {
        const changed = `${'9434765919'.slice(0, at)}${digit}${'9434765919'.slice(at + 1)}`
        expect(isNhsNumber(changed)).toBe(changed === '9434765919')
      }
  })
})

describe('an NHS number as sent', () => {
  it.each([
    '943 476 5919',
    '943-476-5919',
    ' 9434765919 ',
    '943\u00a0476\u00a05919',
    '943–476–5919',
  ])('%s is read as its digits', (text) => {
    expect(nhsNumberSchema.parse(text)).toBe('9434765919')
  })

  it.each(['943 476 5918', '943.476.5919', '943 476 591', 'NHS 943 476 5919', ''])(
    '%s is refused',
    (text) => {
      expect(nhsNumberSchema.safeParse(text).success).toBe(false)
    },
  )
})
