import { fold } from './fold.ts'
import { isOrdinary } from './ordinary-words.ts'
import { isGeneric, isPlaceType, isStreetType } from './same-words.ts'
import { numbersSaid } from './spoken-numbers.ts'

/** What one line of an address, or one piece of a place told in words, holds. */
export type Piece = { readonly numbers: readonly string[]; readonly words: readonly string[] }

/** The words of a text as its white space and signs cut them: "14b", "mcdonald", "brannoc" and "s". */
export const wordsAsWritten = (text: string): readonly string[] => {
  const { signs, gaps } = fold(text)
  const words: string[] = []
  for (let at = 0; at < signs.length; at += 1)
    if (gaps[at] === true || words.length === 0) words.push(signs.charAt(at))
    else words[words.length - 1] = (words.at(-1) ?? '') + signs.charAt(at)
  return words
}

const marker = /^(?:flat|apartment|apt|unit|room|rm|no|number|block|floor|plot|house)$/
const number = /^\d{1,5}[a-z]?$/

const isMarked = (words: readonly string[]): boolean =>
  marker.test(words[0] ?? '') && (number.test(words[1] ?? '') || /^[a-z]$/.test(words[1] ?? ''))

/** Takes the numbers off the beginning: "flat 2", "12-14", "14 b". */
const cutNumbers = (words: readonly string[]): Piece => {
  const [first = '', second = ''] = words
  if (isMarked(words)) {
    const rest = cutNumbers(words.slice(2))
    return { numbers: [second, ...rest.numbers], words: rest.words }
  }
  if (!number.test(first)) return { numbers: [], words }
  const isLettered = /^[a-z]$/.test(second) && second !== 's'
  const rest = cutNumbers(words.slice(isLettered ? 2 : 1))
  return { numbers: [isLettered ? first + second : first, ...rest.numbers], words: rest.words }
}

const withoutArticle = (words: readonly string[]): readonly string[] =>
  words[0] === 'the' ? withoutArticle(words.slice(1)) : words

/** A line of an address. */
export const pieceOf = (text: string): Piece => {
  const written = wordsAsWritten(text)
  const said = written.length <= 3 ? numbersSaid(written.join('')) : []
  if (said.length > 0 && said.every((digits) => /^\d+$/.test(digits)))
    return { numbers: [numberSaid(said)], words: [] }
  const { numbers, words } = cutNumbers(withoutArticle(written))
  const last = words.at(-1) ?? ''
  const isLast = words.length > 1 && number.test(last)
  return {
    numbers: isLast ? [...numbers, last] : numbers,
    words: withoutArticle(isLast ? words.slice(0, -1) : words),
  }
}

const numberSaid = (said: readonly string[]): string => {
  const [ten = '', one = ''] = said
  return said.length === 2 && /^[2-9]0$/.test(ten) && one.length === 1
    ? ten.charAt(0) + one
    : said.join('')
}

const betweenPieces =
  /[,;:()\n\r|]|\s[-–—]\s|\b(?:at|in|near|with|opposite|beside|behind|of|care of|c\/o|is|to|and)\s/giu

const kin = new Set(
  (
    'nan nans nana gran grans granny mum mums mummy mother mothers mam dad dads daddy father fathers parent parents grandparents grandmother grandma grandad ' +
    'grandfather aunt aunts auntie aunty uncle uncles sister sisters brother brothers cousin friend friends neighbour neighbours partner husband wife ' +
    'boyfriend girlfriend ex partners foster carer carers her his their my own same current temporary unknown local new old private emergency safe staying living ' +
    'lives moved now currently not disclosed withheld known'
  ).split(' '),
)

/** Whether the words tell only what sort of place it is or whose: "her nan's house", "primary school", "at home". */
const tellsNoPlace = (words: readonly string[]): boolean =>
  words.every((word) => isGeneric(word) || kin.has(word)) ||
  (words.length === 1 && words.every(isOrdinary))

const withoutKin = (words: readonly string[]): readonly string[] => {
  const [first = ''] = words
  return words.length > 0 && (kin.has(first) || first === 's' || first === 'the' || first === 'a')
    ? withoutKin(words.slice(1))
    : words
}

/** The pieces of a place told in words that tell which place it is. */
export const piecesOfPlace = (text: string): readonly Piece[] =>
  text
    .split(betweenPieces)
    .map(pieceOf)
    .map(({ numbers, words }) => ({ numbers, words: withoutKin(words) }))
    .map((piece) => (tellsNoPlace(piece.words) ? { ...piece, words: [] } : piece))
    .filter(({ numbers, words }) => numbers.length > 0 || words.length > 0)

const links = new Set(['upon', 'on', 'under', 'by', 'le', 'next'])

/**
 * The words, and what is left of them as one word of kind after another goes: "Rose House refuge", "Rose House", "Rose".
 * Of "Newcastle upon Tyne", the first half.
 */
export const shorterForms = (words: readonly string[]): readonly (readonly string[])[] => {
  const last = words.at(-1) ?? ''
  const isKind = isStreetType(last) || isPlaceType(last)
  if (words.length > 1 && isKind) return [words, ...shorterForms(words.slice(0, -1))]
  const link = words.findIndex((word, at) => at > 0 && links.has(word))
  return link > 0 ? [words, words.slice(0, link)] : [words]
}
