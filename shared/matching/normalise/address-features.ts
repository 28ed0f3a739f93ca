import type { Address } from '../../people/person.ts'
import { foldedWords } from './fold-text.ts'
import { postcodeOf } from './postcode.ts'

/** An address as it is compared. `number` is the house, `unit` the flat within it; a house may have a name instead. */
export type AddressFeatures = {
  readonly uprn: string | undefined
  readonly postcode: string | undefined
  readonly area: string | undefined
  readonly number: string | undefined
  readonly unit: string | undefined
  readonly street: string | undefined
  readonly town: string | undefined
}

const unitWords = new Set('flat flt apartment apt unit room rm maisonette'.split(' '))
const streetWords: ReadonlyMap<string, string> = new Map(
  (
    'rd:road st:street str:street ave:avenue av:avenue cl:close ln:lane la:lane dr:drive drv:drive ct:court ' +
    'gdns:gardens gdn:gardens cres:crescent cresent:crescent pl:place sq:square tce:terrace terr:terrace ter:terrace ' +
    'gr:grove grv:grove pk:park wy:way hse:house bldg:building est:estate hl:hill'
  )
    .split(' ')
    .map((pair): [string, string] => [pair.split(':')[0] ?? '', pair.split(':')[1] ?? '']),
)

const hasDigit = (word: string): boolean => /\d/.test(word)

/** The flat is the numbered word after "flat" and its like; the house the first other numbered word, or its name. */
const houseOf = (words: readonly string[]): Pick<AddressFeatures, 'number' | 'unit'> => {
  const unitAt = words.findIndex((word) => unitWords.has(word))
  const unit = unitAt < 0 ? undefined : words[unitAt + 1]
  const rest = words.filter((_, at) => unitAt < 0 || (at !== unitAt && at !== unitAt + 1))
  const name = rest.length > 0 ? rest.join('') : undefined
  return { number: rest.find(hasDigit) ?? name, unit }
}

/** "St" opens a saint's name and closes a street's, so the first word is never expanded. */
const streetOf = (words: readonly string[]): string | undefined =>
  words.length === 0
    ? undefined
    : words.map((word, at) => (at === 0 ? word : (streetWords.get(word) ?? word))).join('')

/** Reads one address. A number written before the street counts as the house's when no house is given. */
export const addressFeaturesOf = (address: Address): AddressFeatures => {
  const street = foldedWords(address.street ?? '')
  const house = foldedWords(address.houseNumber ?? '')
  const lastNumber = house.length > 0 ? -1 : street.findLastIndex(hasDigit)
  const postcode = postcodeOf(address.postcode)
  return {
    uprn: address.uprn?.replace(/^0{1,12}/, '') || undefined,
    postcode: postcode?.code,
    area: postcode?.area,
    ...houseOf(lastNumber < 0 ? house : street.slice(0, lastNumber + 1)),
    street: streetOf(street.slice(lastNumber + 1)),
    town: foldedWords(address.town ?? '').join('') || undefined,
  }
}
