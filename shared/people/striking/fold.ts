import { looksLike } from './look-alikes.ts'
import { mark } from './mark.ts'

/**
 * A text reduced to its letters and digits, each folded (NFKC, case, accents, look-alikes), with the way back to the text.
 * Everything else (spaces, quotes, dashes, dots, signs) is only a gap; what is invisible is not even that.
 */
export type Folded = {
  readonly text: string
  readonly signs: string
  /** Where in the text the sign begins, and where it ends with the accents and joiners that belong to it. */
  readonly from: readonly number[]
  readonly to: readonly number[]
  /** Whether something stands between the sign and the one before it. One more than there are signs. */
  readonly gaps: readonly boolean[]
  /** Whether a word can begin with the sign: after a gap, at a capital after a small letter, between letter and digit. */
  readonly opens: readonly boolean[]
  readonly capitals: readonly boolean[]
  /** Whether a sentence ended before the sign: a full stop after a word in small letters, then a capital. */
  readonly sentences: readonly boolean[]
}

/** What the text has between two signs. */
export const textBetween = ({ text, from, to }: Folded, before: number, after: number): string =>
  text.slice(to[before] ?? 0, from[after] ?? text.length)

/** Whether a full stop and white space stand before the sign, as they do between sentences and after abbreviations. */
export const followsStop = (folded: Folded, at: number): boolean =>
  /[.!?]\s/.test(textBetween(folded, at - 1, at))

/** Stands for a mark already in the text, and equals nothing that is looked for. */
const barrier = '\uffff'

const belongsToTheSignBefore =
  /^(?:(?=\p{M})[\p{sc=Zinh}\p{sc=Hebr}\p{sc=Arab}\p{sc=Cyrl}]|\p{Cf}|\p{Default_Ignorable_Code_Point})$/u
const accents = /(?=\p{M})[\p{sc=Zinh}\p{sc=Hebr}\p{sc=Arab}\p{sc=Cyrl}]/gu
const isSign = /^[\p{L}\p{N}\p{M}]$/u
const isWrittenWithoutSpaces =
  /^[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}\p{sc=Thai}\p{sc=Khmr}\p{sc=Lao}\p{sc=Mymr}]$/u
const isDigit = (sign: string): boolean => sign >= '0' && sign <= '9'

/** The folded signs of one character: none for a space or a dash, two for "æ". */
const signsOf = (character: string): string => {
  if (/^[a-z0-9]$/.test(character)) return character
  if (character <= '\u007f' && !/^[A-Z$&]$/.test(character)) return ''
  const plain = [...looksLike(character).normalize('NFKD').replace(accents, '')].map(looksLike)
  return [...plain.join('').toLowerCase()].filter((sign) => isSign.test(sign)).join('')
}

/** Whether the character only changes the one before it, or shows nothing at all. */
export const isInvisible = (character: string): boolean =>
  character > '\u007f' && belongsToTheSignBefore.test(character)

const isCapital = (character: string): boolean => character !== character.toLowerCase()

/** What the fold knows while it goes along the text. */
type State = {
  readonly signs: string[]
  readonly from: number[]
  readonly to: number[]
  readonly gaps: boolean[]
  readonly opens: boolean[]
  readonly capitals: boolean[]
  readonly sentences: boolean[]
  isGap: boolean
  /** What stands since the last sign: a full stop, and white space after it. */
  stop: 'none' | 'stop' | 'end'
  beganSmall: boolean
  wordLength: number
}

const opensWord = (state: State, sign: string, character: string): boolean => {
  const before = state.signs.at(-1) ?? barrier
  return (
    state.isGap ||
    before === barrier ||
    isDigit(before) !== isDigit(sign) ||
    (isCapital(character) && state.capitals.at(-1) === false) ||
    character === '&' ||
    isWrittenWithoutSpaces.test(character)
  )
}

/** "st. Osyth" and "no. 9" are no two sentences. */
const longestAbbreviation = 3

const addSign = (state: State, sign: string, place: { character: string; at: number }): void => {
  const { character, at } = place
  const capital = isCapital(character)
  const opens = opensWord(state, sign, character)
  state.sentences.push(
    state.stop === 'end' && state.beganSmall && capital && state.wordLength > longestAbbreviation,
  )
  state.wordLength = state.isGap ? 1 : state.wordLength + 1
  if (state.isGap || state.signs.length === 0) state.beganSmall = !capital && !isDigit(sign)
  state.signs.push(sign)
  state.from.push(at)
  state.to.push(at + character.length)
  state.gaps.push(state.isGap)
  state.opens.push(opens)
  state.capitals.push(capital)
  state.isGap = false
  state.stop = 'none'
}

const addCharacter = (state: State, character: string, at: number): void => {
  if (isInvisible(character)) {
    if (!state.isGap && state.to.length > 0) state.to[state.to.length - 1] = at + character.length
    return
  }
  const signs = signsOf(character)
  for (const sign of signs.split('')) addSign(state, sign, { character, at })
  if (signs !== '') return
  if (!state.isGap && /[.!?]/.test(character)) state.stop = 'stop'
  else if (state.stop === 'stop' && /\s/.test(character)) state.stop = 'end'
  state.isGap = true
}

export const fold = (text: string): Folded => {
  const state: State = {
    ...{ signs: [], from: [], to: [], gaps: [], opens: [], capitals: [], sentences: [] },
    ...{ isGap: true, stop: 'none', beganSmall: false, wordLength: 0 },
  }
  for (let at = 0; at < text.length; ) {
    if (text.startsWith(mark, at)) {
      state.isGap = true
      addSign(state, barrier, { character: mark, at })
      at += mark.length
      state.isGap = true
      continue
    }
    const character = String.fromCodePoint(text.codePointAt(at) ?? 0)
    addCharacter(state, character, at)
    at += character.length
  }
  const { signs, from, to, capitals, sentences } = state
  return {
    text,
    signs: signs.join(''),
    from,
    to,
    capitals,
    sentences,
    gaps: [...state.gaps, true],
    opens: [...state.opens, true],
  }
}
