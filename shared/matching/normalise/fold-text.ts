import { transliteration } from './transliteration.ts'

// Longer than any real field; bounds the work a hostile value can cause.
const longest = 200
const dropped = new Set(["'", '’', '‘', '`', '´', 'ʼ', 'ʻ', '.'])
const plain = /^[a-z0-9]$/
/** Already folded: words of letters and digits with one space between. */
const simple = /^[a-z0-9]+(?: [a-z0-9]+)*$/
const mark = /^\p{M}$/u

const foldLetter = (letter: string): string => {
  if (plain.test(letter)) return letter
  if (dropped.has(letter) || mark.test(letter)) return ''
  return transliteration.get(letter) ?? ' '
}

/**
 * Lower-case Latin letters and digits in words parted by one space. Apostrophes and full stops join (O'Brien is obrien,
 * J.P. is jp), every other character parts (a double barrel becomes two words). Never throws, whatever the text.
 */
export const foldText = (text: string): string => {
  const lower = text.slice(0, longest).toLowerCase()
  if (simple.test(lower)) return lower
  const letters = lower.normalize('NFKD')
  let folded = ''
  for (const letter of letters) folded += foldLetter(letter)
  return folded.split(' ').filter(Boolean).join(' ')
}

/** The words of {@link foldText}. */
export const foldedWords = (text: string): readonly string[] => {
  const folded = foldText(text)
  return folded === '' ? [] : folded.split(' ')
}
