import type { Address } from '../people/person.ts'
import { homeIn } from '../people/places/home-in.ts'
import { piecesOfAddress } from '../people/striking/parts-of.ts'
import { writingsOf } from '../people/striking/same-words.ts'

const folded = (text = ''): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '')

/** Where somebody lives now with whoever else does: hostels, refuges, hospitals and prisons are no home. */
const currentHome = (address: Address): Address | undefined =>
  address.to === undefined ? homeIn(address) : undefined

/** House number or name, and street, whichever line they stand in: "14" and "Tannery Row", or "14 Tannery Rd". */
const linesOf = ({ houseNumber, street, postcode }: Address) => {
  const [ofHouse, ofStreet] = [piecesOfAddress({ houseNumber }), piecesOfAddress({ street })]
  const streets = ofStreet.map(({ words }) => words).filter((words) => words.length > 0)
  return {
    numbers: [...ofHouse, ...ofStreet].flatMap(({ numbers }) => numbers).join(' '),
    house: [...ofHouse.map(({ words }) => words), ...streets.slice(0, -1)].flat(),
    street: streets.at(-1) ?? [],
    postcode: folded(postcode),
  }
}

/** "st" is a street and a saint, so that two words are one where they share a writing. */
const areSameWords = (ones: readonly string[], others: readonly string[]): boolean =>
  ones.length === others.length &&
  ones.every((word, at) =>
    writingsOf(word).some((writing) => writingsOf(others[at] ?? '').includes(writing)),
  )

/** Whether two addresses are one house: by its number or name, and the postcode, or the street where one has no postcode. */
const isSameHouse = (one: Address, other: Address): boolean => {
  const [ours, theirs] = [linesOf(one), linesOf(other)]
  const hasHouse = ours.numbers !== '' || ours.house.length > 0
  if (!hasHouse || ours.numbers !== theirs.numbers) return false
  if (!areSameWords(ours.house, theirs.house)) return false
  if (ours.postcode !== '' && theirs.postcode !== '') return ours.postcode === theirs.postcode
  return ours.street.length > 0 && areSameWords(ours.street, theirs.street)
}

const isSameAddress = (one: Address, other: Address): boolean =>
  one.uprn !== undefined && other.uprn !== undefined
    ? one.uprn === other.uprn
    : isSameHouse(one, other)

/** Whether two people live at the same address now: the same property, or the same house in the same postcode or street. */
export const shareHome = (ones: readonly Address[], others: readonly Address[]): boolean => {
  const theirs = others.flatMap((other) => currentHome(other) ?? [])
  return ones
    .flatMap((one) => currentHome(one) ?? [])
    .some((one) => theirs.some((other) => isSameAddress(one, other)))
}

/** Where somebody lives with whom: every address now stated, but for those that are no home. */
export const homesOf = (addresses: readonly Address[]): readonly Address[] =>
  addresses.filter((address) => currentHome(address) !== undefined)
