import type { Address } from '../../people/person.ts'
import { directions, fullWord, isStreetWord } from './address/address-words.ts'
import { houseAndStreetIn } from './address/house-and-street.ts'
import { foldedWords } from './fold-text.ts'
import { type Postcode, postcodeOf } from './postcode.ts'

/**
 * An address as it is compared. `number` is the house, `building` its name, `unit` the flat or room within it. A building
 * `isOfFlats` has many homes by its name.
 */
export type AddressFeatures = {
  readonly uprn: string | undefined
  readonly postcode: string | undefined
  readonly area: string | undefined
  readonly number: string | undefined
  readonly building: string | undefined
  readonly isOfFlats: boolean
  readonly unit: string | undefined
  readonly street: string | undefined
  readonly town: string | undefined
}

/** A number for the house and a street without one: nothing to find in them. */
const isPlainHouse = /^\s*(?!0)\d{1,5}\s*$/
const isPlainStreet = /^[a-z'’. -]*$/i
const hasUnit =
  /\b(?:flat|flt|apartment|apt|unit|room|rm|maisonette|studio|suite|annexe?|basement|attic|floor|block|[lgfstu]+ff?)\b/i

const postcodeIn = /\b[a-z]{1,2}\d[a-z\d]?\s{0,2}\d[a-z]{2}\b/i

/** "St" opens a saint's name and closes a street's, so the first word is never expanded. */
const joined = (words: readonly string[]): string | undefined =>
  words.length === 0
    ? undefined
    : words.map((word, at) => (at === 0 ? word : fullWord(word))).join('')

/** A street without the town written behind it. */
const withoutTown = (words: readonly string[], town: readonly string[]): readonly string[] => {
  const start = words.length - town.length
  if (town.length > 0)
    return start > 0 && town.every((word, at) => words[start + at] === word)
      ? words.slice(0, start)
      : words
  const end = words.findLastIndex((word, at) => at > 0 && isStreetWord(fullWord(word)))
  const tail = words.slice(end + 1)
  return end < 0 || tail.every((word) => directions.has(word)) ? words : words.slice(0, end + 1)
}

const textsOf = ({ houseNumber = '', street = '', town = '', postcode }: Address) => {
  const texts = [houseNumber, street, town]
  const code = postcodeOf(postcode)
  if (!texts.some((text) => postcodeIn.test(text))) return { texts, code }
  const inText = texts.map((text) => postcodeIn.exec(text)?.[0]).find((text) => text !== undefined)
  return {
    texts: texts.map((text) => text.replace(postcodeIn, ' ')),
    code: code ?? postcodeOf(inText),
  }
}

const numberedHouse = (houseNumber: string, street: readonly string[]) => ({
  number: houseNumber.trim() || undefined,
  unit: undefined,
  building: undefined,
  isOfFlats: false,
  streetWords: street,
})

const isPlain = (house: string, street: string): boolean =>
  (house === '' || isPlainHouse.test(house)) && isPlainStreet.test(street) && !hasUnit.test(street)

/** A number of zeros or nines was typed to get past a required field. */
const uprnOf = (uprn: string | undefined): string | undefined => {
  const number = uprn?.replace(/^0{1,12}/, '') || undefined
  return number !== undefined && /^(\d)\1{5,}$/.test(number) ? undefined : number
}

const placeOf = (code: Postcode | undefined): Pick<AddressFeatures, 'postcode' | 'area'> => ({
  postcode: code?.code,
  area: code?.area,
})

/** Reads one address, in whichever fields its parts stand. */
export const addressFeaturesOf = (address: Address): AddressFeatures => {
  const { texts, code } = textsOf(address)
  const [house = '', street = '', town = ''] = texts
  const townWords = foldedWords(town)
  const { streetWords, ...home } = isPlain(house, street)
    ? numberedHouse(house, foldedWords(street))
    : houseAndStreetIn(house, street, townWords)
  return {
    uprn: uprnOf(address.uprn),
    ...placeOf(code),
    ...home,
    street: joined(withoutTown(streetWords, townWords)),
    town: townWords.join('') || undefined,
  }
}
