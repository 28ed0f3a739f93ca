import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { childIndexKeys } from '../../../shared/matching/child-keys.ts'
import { defaultModel } from '../../../shared/matching/default-model.ts'
import { homeKeys } from '../../../shared/matching/home-keys.ts'
import { indexKeys, lookupKeys } from '../../../shared/matching/index-keys.ts'
import { matchChild, matchPerson } from '../../../shared/matching/match.ts'
import type { Address, Person } from '../../../shared/people/person.ts'
import { noHomeWords, nothingSaid } from '../../../shared/people/places/no-home-words.ts'
import { candidates, person } from './arbitraries.ts'

const sign = (phrase: string) => phrase.replace('##', 'b4').replace('#', '7')

/** As it stands, in capitals, or between other words where the table allows it. */
const written = (phrase: string) =>
  fc.constantFrom(phrase, phrase.toUpperCase(), ` ${phrase}. `, `${phrase}, Westmarch`)

const nobodysHome = fc
  .constantFrom(...Object.values(noHomeWords).flat().map(sign))
  .chain((phrase) => fc.oneof(written(phrase), fc.constant(`Westmarch ${phrase}`)))
const unsaid = fc
  .constantFrom(...nothingSaid)
  .chain((phrase) => fc.constantFrom(phrase, phrase.toUpperCase(), ` ${phrase} `))

const filled = fc.record(
  {
    houseNumber: fc.constantFrom('14', 'Rose Cottage', 'Flat 2, 14'),
    street: fc.constantFrom('Mill Road', '14 High Street'),
    town: fc.constantFrom('Westmarch', 'Eastvale'),
    postcode: fc.constantFrom('LS6 2AB', 'PL1 1AA'),
    uprn: fc.constantFrom('77', '100023'),
  },
  { requiredKeys: [] },
)

/** A placeholder in any field of words, whatever stands in the others. */
const ofNobody: fc.Arbitrary<Address> = fc
  .tuple(fc.constantFrom('houseNumber', 'street', 'town'), nobodysHome, filled)
  .map(([field, text, others]) => ({ ...others, [field]: text }))

/** Nothing said of the house or the street, and neither told otherwise. */
const ofNothing: fc.Arbitrary<Address> = fc
  .tuple(
    fc.constantFrom('houseNumber', 'street'),
    unsaid,
    fc.constantFrom({}, { town: 'Westmarch' }, { postcode: 'WM1 1AA' }),
  )
  .map(([field, text, others]) => ({ ...others, [field]: text }))

const placeholder = fc.oneof(ofNobody, ofNothing)
const living = (one: Person, addresses: readonly Address[]): Person => ({
  ...one,
  addresses: [...addresses],
})

describe('an address that is nobody’s home', () => {
  it('is no address, on either side, to the last byte', () => {
    fc.assert(
      fc.property(
        person,
        candidates,
        fc.tuple(placeholder, placeholder),
        (query, found, [here, there]) => {
          const asked = { children: [], model: defaultModel, incomplete: false }
          const withThem = matchPerson({
            ...asked,
            query: living(query, [here]),
            candidates: found.map((one) => ({ ...one, person: living(one.person, [there]) })),
          })
          const without = matchPerson({
            ...asked,
            query: living(query, []),
            candidates: found.map((one) => ({ ...one, person: living(one.person, []) })),
          })
          expect(JSON.stringify(withThem)).toBe(JSON.stringify(without))
        },
      ),
    )
  })

  it('is no address of a child', () => {
    fc.assert(
      fc.property(person, placeholder, ({ names, sex, dateOfBirth }, here) => {
        const child = { names, sex, dateOfBirth, nhsNumbers: [], adults: [] }
        const match = (addresses: readonly Address[]) =>
          matchChild({
            query: { ...child, addresses },
            candidates: [{ id: 'c1', child: { ...child, addresses } }],
            model: defaultModel,
            incomplete: false,
          })
        expect(JSON.stringify(match([here]))).toBe(JSON.stringify(match([])))
        expect(childIndexKeys({ ...child, addresses: [here] })).toEqual(
          childIndexKeys({ ...child, addresses: [] }),
        )
      }),
    )
  })

  it('stands in no key', () => {
    fc.assert(
      fc.property(person, placeholder, (one, here) => {
        const [placed, bare] = [living(one, [here]), living(one, [])]
        expect(indexKeys(placed)).toEqual(indexKeys(bare))
        expect(lookupKeys(placed)).toEqual(lookupKeys(bare))
        expect(homeKeys([here])).toEqual([])
      }),
    )
  })
})
