import { mendText } from './mend-text.ts'
import { transliteration } from './transliteration.ts'

// Longer than any real field; bounds the work a hostile value can cause.
const longest = 200
const plain = /^[a-z0-9]$/
/** Already folded: words of letters and digits with one space between. */
const simple = /^[a-z0-9]+(?: [a-z0-9]+)*$/
/** Apostrophes of every kind, stops, signs that show nothing, and those that stand for a lost letter. */
const dropped =
  /['’‘`´ʼʻʹʾʿˈ′‵＇.?\ufffd\\]|\p{Default_Ignorable_Code_Point}|[\ufff9-\ufffb]|(?!\p{Nd})\p{Cf}/gu
/**
 * Marks without which a word of their script is another word: vowels of Indian and other scripts, and the sounding marks of
 * kana. Accents, and the vowels that Arabic and Hebrew may leave out, are no part of a name.
 */
const keptMark =
  /^(?:[\u3099\u309a]|(?![\p{Script=Inherited}\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Cyrillic}])\p{M})$/u
const mark = /^\p{M}$/u
const letterOfAnyScript = /^\p{L}$/u

const foldLetter = (letter: string): string => {
  if (plain.test(letter)) return letter
  const spelled = transliteration.get(letter)
  if (spelled !== undefined) return spelled
  if (mark.test(letter)) return keptMark.test(letter) ? letter : ''
  return letterOfAnyScript.test(letter) ? letter : ' '
}

/**
 * Lower-case letters and digits in words parted by one space, in Latin letters where there is a usual spelling, else as they
 * stand (NFC). Apostrophes and full stops join (O'Brien is obrien, J.P. is jp), every other character parts (a double barrel
 * becomes two words). Signs that show nothing never matter. Never throws, whatever the text.
 */
export const foldText = (text: string): string => {
  const lower = text.slice(0, longest).toLowerCase()
  if (simple.test(lower)) return lower
  const shown = mendText(text.slice(0, longest)).replace(dropped, '')
  const letters = shown.normalize('NFKD').toLowerCase()
  let folded = ''
  for (const letter of letters) folded += foldLetter(letter)
  return folded.normalize('NFC').split(' ').filter(Boolean).join(' ')
}

/** The words of {@link foldText}. */
export const foldedWords = (text: string): readonly string[] => {
  const folded = foldText(text)
  return folded === '' ? [] : folded.split(' ')
}
