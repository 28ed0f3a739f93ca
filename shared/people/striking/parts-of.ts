import type { Address } from '../person.ts'
import type { Part } from './candidate.ts'
import { emailParts } from './email.ts'
import { fold } from './fold.ts'
import { phoneParts, uprnParts } from './number-parts.ts'
import { pieceParts } from './place-parts.ts'
import { type Piece, pieceOf, piecesOfPlace } from './place-pieces.ts'
import { postcodeParts } from './postcode.ts'

const betweenLines = /[,;\n\r]/

/** The lines of an address that are told in words and numbers. */
export const piecesOfAddress = ({ houseNumber, street, town }: Address): readonly Piece[] =>
  [houseNumber, street, town]
    .flatMap((line) => line?.split(betweenLines) ?? [])
    .map(pieceOf)
    .filter(({ numbers, words }) => numbers.length > 0 || words.length > 0)

const codeOf = (postcode: string | undefined, group: number): readonly Part[] =>
  postcode === undefined ? [] : postcodeParts(fold(postcode).signs, group)

const noKeys: ReadonlySet<string> = new Set()

/** The parts of an address; `excepted` are the keys of what stands. */
export const addressParts = (
  address: Address,
  group: number,
  excepted: ReadonlySet<string> = noKeys,
): readonly Part[] => [
  ...piecesOfAddress(address).flatMap((piece) => pieceParts(piece, group, excepted)),
  ...codeOf(address.postcode, group),
  ...(address.uprn === undefined ? [] : uprnParts(address.uprn, group)),
]

const postcodeIn = /(?<![\p{L}\p{N}])[A-Z]{1,2}\d[A-Z\d]?\s{0,3}\d[A-Z]{2}(?![\p{L}\p{N}])/giu
const emailIn = /[^\s@<>()[\],;:]{1,64}@[^\s@<>()[\],;:]{1,253}/gu
const phoneIn = /\+?\(?\d(?:[\s().-]{0,3}\d){8,13}/gu

/** The parts of a place told in words, with the codes and numbers that stand in it. */
export const placeParts = (
  place: string,
  group: number,
  excepted: ReadonlySet<string> = noKeys,
): readonly Part[] => {
  const text = place.normalize('NFKC')
  const words = text.replace(emailIn, ',').replace(postcodeIn, ',').replace(phoneIn, ',')
  return [
    ...piecesOfPlace(words).flatMap((piece) => pieceParts(piece, group, excepted)),
    ...(text.match(postcodeIn) ?? []).flatMap((code) => codeOf(code, group)),
    ...(text.match(emailIn) ?? []).flatMap((email) => emailParts(email, group)),
    ...(text.replace(emailIn, ',').match(phoneIn) ?? []).flatMap((phone) =>
      phoneParts(phone, group),
    ),
  ]
}
