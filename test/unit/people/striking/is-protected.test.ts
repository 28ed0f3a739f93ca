import { describe, expect, it } from 'vitest'
import {
  isProtectedAddress,
  isProtectedEmail,
  isProtectedNumber,
} from '../../../../shared/people/striking/is-protected.ts'
import { flatOverThePark, refuge } from '../../../builders/address-writings.ts'
import { email, phone } from '../../../builders/contact-writings.ts'

const what = {
  whereabouts: [
    { addresses: [refuge, flatOverThePark], phones: [phone], emails: [email] },
    { places: ['with her aunt at Larch Cottage, Kestrel Lane'] },
  ],
}

describe('an address', () => {
  it.each([
    ['written otherwise', { houseNumber: 'rose hse', street: 'SECRET ROW' }, true],
    ['by its postcode', { postcode: 'nm31zz' }, true],
    ['by its property number', { uprn: '0100012345678' }, true],
    ['by its number said', { houseNumber: 'Ninety', street: 'Tollgate Rd' }, true],
    ['that was told in words', { houseNumber: 'Larch Cott', town: 'Wexcombe' }, true],
    ['next door', { houseNumber: '92', street: 'Tollgate Road', town: 'Wexcombe' }, false],
    ['of the same town', { houseNumber: '1', street: 'Sexton Row', town: 'Cragthorpe' }, false],
    ['that says nothing', {}, false],
  ] as const)('%s is known as protected or not', (_how, address, is) => {
    expect(isProtectedAddress(what)(address)).toBe(is)
  })

  it('is not protected where it is excepted', () => {
    expect(isProtectedAddress({ ...what, except: [refuge] })(refuge)).toBe(false)
  })
})

describe('a number or mailbox', () => {
  it('is known as protected in any grouping and case', () => {
    expect(isProtectedNumber(what)('+44 (0)7700 900-123')).toBe(true)
    expect(isProtectedNumber(what)('07700 900124')).toBe(false)
    expect(isProtectedNumber(what)('')).toBe(false)
    expect(isProtectedEmail(what)(email.toUpperCase())).toBe(true)
    expect(isProtectedEmail(what)('other@example.org')).toBe(false)
  })
})
