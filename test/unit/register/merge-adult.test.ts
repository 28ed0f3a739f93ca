import { describe, expect, it } from 'vitest'
import { adultSchema } from '../../../shared/register/adult.ts'
import { mergeAdult } from '../../../shared/register/merge-adult.ts'
import { anAdultAlone } from '../../builders/a-child.ts'

type Told = Parameters<typeof anAdultAlone>[0]

/** What is kept of an adult of whom these were told, one after the other. */
const keptOf = (...tellings: readonly Told[]) =>
  tellings.reduce(
    (known: ReturnType<typeof mergeAdult> | undefined, told) =>
      mergeAdult(adultSchema.parse(anAdultAlone(told)), known),
    undefined,
  ) ?? mergeAdult(adultSchema.parse(anAdultAlone()))

const wendy = { given: 'Wendy', family: 'Blight' }
const morwenna = { given: 'Morwenna', family: 'Tregear' }
const quay = { houseNumber: '3', street: 'Quay Road', postcode: 'WM3 1AB' }
const hill = { houseNumber: '9', street: 'Hill Street', postcode: 'WM2 2CD' }

describe('what is told of an adult', () => {
  it('is added to what was told before, and the newest stands first', () => {
    const { person } = keptOf(
      { names: [wendy], addresses: [quay], phones: ['01632 960123'], nhsNumbers: ['9434765919'] },
      { names: [morwenna], addresses: [hill], phones: ['01632 960555'], emails: ['m@example.org'] },
    )
    expect(person).toMatchObject({
      names: [morwenna, wendy],
      addresses: [hill, quay],
      phones: ['01632 960555', '01632 960123'],
      emails: ['m@example.org'],
      nhsNumbers: ['9434765919'],
    })
  })

  it('stands once, however it is written', () => {
    const { person } = keptOf(
      { names: [wendy], addresses: [quay], phones: ['01632 960123'] },
      {
        names: [{ given: 'WENDY', family: 'blight' }],
        addresses: [{ houseNumber: '3', street: 'Quay  Road', postcode: 'wm31ab' }],
        phones: ['01632960123'],
      },
    )
    expect([person.names, person.addresses, person.phones].map(({ length }) => length)).toEqual([
      1, 1, 1,
    ])
  })

  it.each<[what: string, Told, unknown]>([
    ['nothing', {}, true],
    ['a form’s default', { previousRemoval: false }, true],
  ])('takes no previous removal back by %s', (_, again, expected) => {
    expect(keptOf({ previousRemoval: true }, again).previousRemoval).toBe(expected)
  })

  it.each<[what: string, Told]>([
    ['nothing', {}],
    ['an empty block', { restricted: {} }],
    ['a form’s default', { restricted: { address: false } }],
  ])('lifts no restriction by %s', (_, again) => {
    expect(keptOf({ restricted: { address: true } }, again).restricted.address).toBe(true)
  })

  it.each([
    ['1990', '1990-11-23', '1990-11-23'],
    ['1990-11-23', '1990', '1990-11-23'],
    ['1990-11-23', '1990-11', '1990-11-23'],
    ['1990-11-23', undefined, '1990-11-23'],
    ['1990-11-23', '1991-01-02', '1991-01-02'],
    ['1990-11-23', '1991', '1991'],
  ])('of a date of birth %s and then %s keeps %s', (one, other, kept) => {
    expect(keptOf({ dateOfBirth: one }, { dateOfBirth: other }).person.dateOfBirth).toBe(kept)
  })

  it.each([
    ['F', 'U', 'F'],
    ['F', undefined, 'F'],
    ['U', 'F', 'F'],
    ['F', 'M', 'M'],
  ] as const)('of a sex %s and then %s keeps %s', (one, other, kept) => {
    expect(keptOf({ sex: one }, { sex: other }).person.sex).toBe(kept)
  })
})

describe('an address that is told again', () => {
  const dated = { ...quay, from: '2020-01-01' }

  it('keeps the day from which somebody lived there', () => {
    expect(keptOf({ addresses: [dated] }, { addresses: [quay] }).person.addresses).toEqual([dated])
  })

  it('ends on the day that is stated', () => {
    const left = { ...quay, to: '2024-05-20' }
    expect(keptOf({ addresses: [dated] }, { addresses: [hill, left] }).person.addresses).toEqual([
      hill,
      { ...dated, to: '2024-05-20' },
    ])
  })

  it('keeps that day while it is a former one, and is open again when somebody is back', () => {
    const former = { addresses: [hill, { ...dated, to: '2024-05-20' }] }
    expect(keptOf(former, { addresses: [hill, quay] }).person.addresses[1]?.to).toBe('2024-05-20')
    expect(keptOf(former, { addresses: [quay] }).person.addresses).toEqual([dated, hill])
  })

  it('that is not named any more stays, with no day invented on which it ended', () => {
    expect(keptOf({ addresses: [dated] }, { addresses: [hill] }).person.addresses).toEqual([
      hill,
      dated,
    ])
  })
})
