import { wordsWithin } from './candidate.ts'
import { type Folded, followsStop } from './fold.ts'
import { isOrdinary } from './ordinary-words.ts'
import { writingsOf } from './same-words.ts'

/** From so many letters on, words are known again with a letter doubled or wrong. */
export const leastLong = (words: readonly string[]): number => (words.length > 1 ? 8 : 6)

export const isLong = (words: readonly string[]): boolean =>
  words.join('').length >= leastLong(words)

const isWritingOf = (found: string, word: string | undefined): boolean =>
  writingsOf(word ?? '').includes(found)

const isOrdinaryPiece = (word: string): boolean =>
  word.length < 2 ? 'ai'.includes(word) : isOrdinary(word)

/** "… Marisl. I may": the last sign is of the next sentence, unless stops stand between all of them. */
const endsInNextSentence = (folded: Folded, to: number): boolean =>
  followsStop(folded, to - 1) && !followsStop(folded, to - 2)

/** "Other-home": what a hyphen or dot cuts is still one word. */
const isJoinedByHyphens = (folded: Folded, from: number, to: number): boolean =>
  folded.gaps.slice(from + 1, to).includes(true) &&
  !/\s/.test(folded.text.slice(folded.from[from] ?? 0, folded.to[to - 1] ?? 0))

type Span = { readonly from: number; readonly to: number; readonly isLoose?: boolean }

/** "secretive" is no misspelling of "Secret Ave": short and in one word and wrong is too much. */
const isOneWordShort = ({ from, to, isLoose }: Span, { found, words }: Words): boolean =>
  isLoose === true && found.length === 1 && to - from < words.join('').length - 1

/** "… in Wexcombe. It is" is no misspelling of "Wexcombe Ct": the other word is a common one, and right. */
const hasCommonWord = (folded: Folded, { from }: Span, pairs: readonly Pair[]): boolean => {
  let at = from
  return pairs.some(({ found, word }) => {
    const start = at
    at += found.length
    const isCommon = found.length > 1 && isOrdinary(found) && !isWritingOf(found, word)
    return isCommon && (folded.capitals[start] !== true || followsStop(folded, start))
  })
}

/** "… W.e.x.c.o.m.b.e. On Monday" ends with another word, which begins a sentence. */
const runsIntoSentence = (folded: Folded, { to }: Span, { found, words }: Words): boolean => {
  const last = found.at(-1) ?? ''
  return (
    last.length > 1 &&
    isOrdinary(last) &&
    !isWritingOf(last, words.at(-1)) &&
    followsStop(folded, to - last.length)
  )
}

type Words = { readonly found: readonly string[]; readonly words: readonly string[] }

type Pair = { readonly found: string; readonly word: string | undefined }

/** Whether the signs are other words that happen to run into the same letters: "came and over", "lose house keys". */
export const isChance = (folded: Folded, span: Span, words: readonly string[]): boolean => {
  const { from, to } = span
  if (folded.sentences.slice(from + 1, to).includes(true)) return true
  if (endsInNextSentence(folded, to)) return true
  const found = wordsWithin(folded, from, to)
  const pairs = found.map((word, nth) => ({ found: word, word: words[nth] }))
  if (found.length === words.length) {
    if (pairs.every((pair) => isWritingOf(pair.found, pair.word))) return false
    if (found.length > 1 && hasCommonWord(folded, span, pairs)) return true
  }
  const both = { found, words }
  return (
    isOneWordShort(span, both) ||
    runsIntoSentence(folded, span, both) ||
    isOtherWords(folded, span, both)
  )
}

const isOtherWords = (folded: Folded, { from, to }: Span, { found, words }: Words): boolean => {
  const isOther = (word: string): boolean =>
    word.length > 1 && isOrdinary(word) && !words.includes(word)
  if (!isLong(words) && found.length > 1 && found.some(isOther)) return true
  if (!found.every(isOrdinaryPiece) || isJoinedByHyphens(folded, from, to)) return false
  return found.length === 1 || !folded.capitals.slice(from + 1, to).includes(true)
}
