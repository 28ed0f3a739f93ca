import { describe, expect, it } from 'vitest'
import { pairNames } from '../../../shared/matching/comparisons/name-pairing.ts'
import { nameFeaturesOf } from '../../../shared/matching/normalise/name-features.ts'

type Halves = readonly [given: string | undefined, family: string | undefined]
const named = (...names: readonly Halves[]) =>
  names.flatMap(([given, family]) => nameFeaturesOf({ given, family }) ?? [])
const ros: Halves = ['Rosalind', 'Thackeray']

describe('names laid together', () => {
  it.each([
    {
      name: 'as written',
      a: named(ros),
      found: { form: 'current', given: 'exact', family: 'exact' },
    },
    {
      name: 'by a former name',
      a: named(['Rosalind', 'Quinn'], ros),
      found: { form: 'former', given: 'exact', family: 'exact' },
    },
    {
      name: 'halves exchanged',
      a: named(['Thackeray', 'Rosalind']),
      found: { form: 'exchanged', given: 'exact', family: 'exact' },
    },
    {
      name: 'a former name exchanged',
      a: named(['Imran', 'Khan'], ['Thackeray', 'Rosalind']),
      found: { form: 'former-exchanged', given: 'exact', family: 'exact' },
    },
    {
      name: 'a nickname',
      a: named(['Ros', 'Thackeray']),
      found: { form: 'current', given: 'nickname', family: 'exact' },
    },
    {
      name: 'a former name that agrees no better',
      a: named(ros, ros),
      found: { form: 'current', given: 'exact', family: 'exact' },
    },
    {
      name: 'one half only',
      a: named(['Rosalind', undefined]),
      found: { form: 'current', given: 'exact', family: undefined },
    },
    {
      name: 'strangers',
      a: named(['Imran', 'Khan']),
      found: { form: 'current', given: 'different', family: 'different' },
    },
  ])('$name', ({ a, found }) => {
    expect(pairNames(a, named(ros))).toMatchObject(found)
    expect(pairNames(named(ros), a)).toMatchObject(found)
  })

  it.each([
    [['Hodan', 'Warsame'], ['Hodan Warsame', 'Guled'], { given: 'exact', family: 'barrel' }],
    [['Simran Kaur', 'Bhamra'], ['Simran', 'Kaur'], { given: 'exact', family: 'barrel' }],
    [['Vega Luna', 'Rosa Ines'], ['Rosa Ines', 'Vega Luna'], { given: 'exact', family: 'exact' }],
  ] as const)('%j and %j: words in the other half', (a, b, found) => {
    const form = 'exchanged'
    expect(pairNames(named(a), named(b))).toMatchObject({ form, ...found })
    expect(pairNames(named(b), named(a))).toMatchObject({ form, ...found })
  })

  it.each([
    [
      ['Rosa', 'Vega Luna'],
      ['Ines', 'Vega Luna'],
    ],
    [
      ['Hodan', 'Warsame'],
      ['Hodan Ali', 'Guled'],
    ],
    [
      ['Quang Minh', 'Pham'],
      ['Minh', 'Pham Quang'],
    ],
  ] as const)('%j and %j: as written', (a, b) => {
    expect(pairNames(named(a), named(b))).toMatchObject({ form: 'current' })
    expect(pairNames(named(b), named(a))).toMatchObject({ form: 'current' })
  })

  it('are none where a side has no name', () => {
    expect(pairNames([], named(ros))).toBeUndefined()
    expect(pairNames(named(ros), [])).toBeUndefined()
  })

  it('prefer a former name that agrees to a current one that does not', () => {
    const married = named(['Rosalind', 'Quinn'], ros)
    expect(pairNames(married, named(['Rosalind', 'Quillfeather'], ros))).toMatchObject({
      form: 'former',
      family: 'exact',
    })
  })
})
