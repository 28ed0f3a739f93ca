import { wordsWithin } from './candidate.ts'
import { type Folded, followsStop } from './fold.ts'
import { lengthsWithinOneEdit } from './one-edit.ts'
import { isOrdinary } from './ordinary-words.ts'
import { joinedWritings, writingsOf } from './same-words.ts'
import { collapsedShapeOf, shapeOf } from './shapes.ts'

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

/** The last words, each number of them: of "rose house", "house". */
const endings = (words: readonly string[]): readonly (readonly string[])[] =>
  words.slice(1).map((_, nth) => words.slice(nth + 1))

const leastMisspelt = 5

const isNearly = (text: string, word: string): boolean =>
  text === word ||
  (word.length >= leastMisspelt && lengthsWithinOneEdit(text, 0, word).includes(text.length))

/** "… Ottermouh. 7 t of rubble": with a letter wrong, what follows a full stop is the name's only if it is its last words. */
const takesFromNextSentence = (folded: Folded, span: Span, words: readonly string[]): boolean => {
  const { from, to, isLoose } = span
  if (isLoose !== true) return false
  for (let at = from + 1; at < to; at += 1) {
    if (!followsStop(folded, at)) continue
    const rest = folded.signs.slice(at, to)
    const isEnding = (ending: readonly string[]): boolean =>
      joinedWritings(ending).some((writing) =>
        [shapeOf, collapsedShapeOf].some((as) => isNearly(as(rest), as(writing))),
      )
    if (!endings(words).some(isEnding)) return true
  }
  return false
}

type Words = { readonly found: readonly string[]; readonly words: readonly string[] }

type Pair = { readonly found: string; readonly word: string | undefined }

/** Whether the signs are other words that happen to run into the same letters: "came and over", "lose house keys". */
export const isChance = (folded: Folded, span: Span, words: readonly string[]): boolean => {
  const { from, to } = span
  if (folded.sentences.slice(from + 1, to).includes(true)) return true
  if (endsInNextSentence(folded, to) || takesFromNextSentence(folded, span, words)) return true
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
