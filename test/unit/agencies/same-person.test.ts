import { describe, expect, it } from 'vitest'
import { areTwoPeople, type Person, personOf } from '../../../shared/agencies/same-person.ts'
import { westmarch } from '../../builders/clients.ts'
import { byOf } from '../../builders/ports.ts'

const anna: Person = { by: 'case-system', practitioner: 'sw-1' }
const vouched = (person: Person): Person => ({ ...person, isVouchedFor: true })

describe('two acts', () => {
  it.each<[string, Person, boolean]>([
    ['another work id through another sign-in', { by: 'lead', practitioner: 'sw-2' }, true],
    ['another work id that one system typed', { by: 'case-system', practitioner: 'sw-2' }, false],
    ['the same work id through another sign-in', { by: 'lead', practitioner: 'sw-1' }, false],
    ['the same in capitals', { by: 'lead', practitioner: 'SW-1' }, false],
    ['the same in wide letters and spaces', { by: 'lead', practitioner: ' ＳＷ－１ ' }, false],
    ['the same with a sign that nobody sees', { by: 'lead', practitioner: 'sw\u200b-1' }, false],
    ['nobody who is named', { by: 'lead' }, false],
  ])('of somebody and %s', (_, other, expected) => {
    expect(areTwoPeople(anna, other)).toBe(expected)
    expect(areTwoPeople(other, anna)).toBe(expected)
  })

  it('through one sign-in are of two where an identity provider vouches for both', () => {
    const bert = { ...anna, practitioner: 'sw-2' }
    expect(areTwoPeople(vouched(anna), vouched(bert))).toBe(true)
    expect(areTwoPeople(vouched(anna), bert)).toBe(false)
    expect(areTwoPeople(vouched(anna), vouched(anna))).toBe(false)
  })
})

describe('the person behind a call', () => {
  it('is the sign-in, the work id, and whether it is vouched for', () => {
    expect(personOf(byOf(westmarch))).toEqual({ by: westmarch.clientId })
    expect(personOf(byOf({ ...westmarch, vouches: true }, 'sw-1'))).toEqual({
      by: westmarch.clientId,
      practitioner: 'sw-1',
      isVouchedFor: true,
    })
  })
})
