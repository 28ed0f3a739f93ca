import type { Address } from '../person.ts'
import { fold } from './fold.ts'
import { piecesOfAddress } from './parts-of.ts'
import { keyOfWords } from './place-parts.ts'
import { pieceOf } from './place-pieces.ts'

const numbersOf = (address: Address): readonly string[] =>
  piecesOfAddress(address)
    .flatMap(({ numbers }) => numbers)
    .toSorted()

const keysOf = (line: string | undefined): readonly string[] =>
  (line ?? '')
    .split(/[,;\n\r]/)
    .map(pieceOf)
    .filter(({ words }) => words.length > 0)
    .map(({ words }) => keyOfWords(words))

/** An address as it is compared. An empty list is what is not known. */
type Compared = {
  readonly uprn: readonly string[]
  readonly postcode: readonly string[]
  readonly number: readonly string[]
  readonly house: readonly string[]
  readonly street: readonly string[]
  readonly town: readonly string[]
}

const known = (text: string): readonly string[] => (text === '' ? [] : [text])

const toCompare = (address: Address): Compared => ({
  uprn: known((address.uprn ?? '').replace(/^0+/, '')),
  postcode: known(fold(address.postcode ?? '').signs),
  number: known(numbersOf(address).join(' ')),
  house: keysOf(address.houseNumber),
  street: keysOf(address.street),
  town: keysOf(address.town),
})

const memo = new WeakMap<Address, Compared>()
/** Each address of a family is compared with all the others of it. */
const compared = (address: Address): Compared => {
  const held = memo.get(address) ?? toCompare(address)
  memo.set(address, held)
  return held
}

const share = (one: readonly string[], other: readonly string[]): boolean =>
  one.some((item) => other.includes(item))

const differ = (one: readonly string[], other: readonly string[]): boolean =>
  one.length > 0 && other.length > 0 && !share(one, other)

const equal = (one: readonly string[], other: readonly string[]): boolean =>
  one.length === other.length && one.every((item) => other.includes(item))

const parts = ['number', 'house', 'street', 'postcode'] as const

/**
 * Whether two addresses are one place as far as they say: the same property number; or the same postcode, street or house
 * name, and nothing else that differs. A postcode goes before the town, which people name as they like.
 */
export const isSamePlace = (one: Address, other: Address): boolean => {
  const [ours, theirs] = [compared(one), compared(other)]
  if (ours.uprn.length > 0 && theirs.uprn.length > 0) return share(ours.uprn, theirs.uprn)
  if (parts.some((part) => differ(ours[part], theirs[part]))) return false
  if (share(ours.postcode, theirs.postcode)) return true
  if (differ(ours.town, theirs.town)) return false
  return share(ours.street, theirs.street) || share(ours.house, theirs.house)
}

/** Whether two addresses are one place beyond doubt: one house by number or name too, and not only one street. */
export const isSameHouse = (one: Address, other: Address): boolean => {
  const [ours, theirs] = [compared(one), compared(other)]
  return (
    isSamePlace(one, other) &&
    (share(ours.uprn, theirs.uprn) ||
      (equal(ours.number, theirs.number) && equal(ours.house, theirs.house)))
  )
}
