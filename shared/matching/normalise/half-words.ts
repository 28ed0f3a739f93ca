import { foldedWords } from './fold-text.ts'
import { mendText } from './mend-text.ts'
import {
  beside,
  doubtful,
  joiners,
  missingValues,
  namelikeSuffixes,
  namelikeTitles,
  otherSpelling,
  placeholders,
  placeholderTails,
  suffixes,
  titles,
  unnamedChild,
} from './name-words.ts'
import { ownSpelling } from './somali-spelling.ts'

/** Which half of whose name is read: some words are a name of an adult and none of a child. */
export type HalfOf = { readonly half: 'given' | 'family'; readonly bearer: 'adult' | 'child' }

const bare = /^[A-Za-z]+$/
const number = /^\d+$/
const crosses = /^x{2,}$/
const isPlaceholder = (word: string): boolean => placeholders.has(word) || crosses.test(word)

/** "Baby of Jane", "B/O Jane": a child told of by its mother. */
const ofSomebody =
  /^(?:the )?(?:baby|babies|twins?|triplets?|infant|child|children|son|daughter|boy|girl|unborn|newborn|bb)(?: [a-z]+)?(?: [ab\d])? (?:of|to)\b|^b o /
/** "Jane's twin", once folded. */
const somebodys = /s (?:baby|twins?|unborn|infant|bump|child)(?: [ab\d])?$/

const usualSigns = (text: string): string =>
  mendText(text.slice(0, 200))
    .replace(/\.(?=\S)/g, '. ')
    .replace(/(?<!\p{L})([odl])['’‘`´ʼ′](?=\p{L})/giu, '$1 ')

/** The words of a half as they stand, in folded letters. */
export const rawWords = (text: string): readonly string[] =>
  bare.test(text) ? [text.toLowerCase()] : foldedWords(usualSigns(text))

const isMissing = (words: readonly string[], { bearer }: HalfOf): boolean => {
  if (missingValues.has(words.join('-'))) return true
  if (words.length === 1) return false
  const text = words.join(' ')
  return ofSomebody.test(text) || (bearer === 'child' && somebodys.test(text))
}

const withoutPlaceholders = (
  words: readonly string[],
  { half, bearer }: HalfOf,
): readonly string[] => {
  const isFiller = (word: string): boolean => placeholderTails.has(word) || number.test(word)
  if (words.some(isPlaceholder))
    return words.filter((word) => !(isPlaceholder(word) || isFiller(word) || doubtful.has(word)))
  const [only = ''] = words
  if (words.length === 1)
    return half === 'given' && bearer === 'child' && unnamedChild.has(only) ? [] : words
  const isBeside = half === 'given' ? words.some((word) => beside.has(word)) : beside.has(only)
  return isBeside ? words.filter((word) => !(beside.has(word) || isFiller(word))) : words
}

/** From where a title, or what may be one, stands before a name; the last word is left where it may be a name. */
const trimEnds = (words: readonly string[], { half }: HalfOf): readonly string[] => {
  let from = 0
  let to = words.length
  while (
    from < to &&
    (titles.has(words[from] ?? '') ||
      (half === 'given' && from < to - 1 && namelikeTitles.has(words[from] ?? '')))
  )
    from += 1
  const isTail = (word: string): boolean =>
    suffixes.has(word) ||
    titles.has(word) ||
    (to - from > 1 && (namelikeSuffixes.has(word) || (half === 'family' && word === 'md')))
  while (to > from && isTail(words[to - 1] ?? '')) to -= 1
  return words.slice(from, to)
}

const joinPrefixes = (words: readonly string[]): readonly string[] => {
  const joined: string[] = []
  let waiting = ''
  for (const [at, word] of words.entries()) {
    const isLast = at === words.length - 1
    const usual = isLast ? word : (otherSpelling.get(word) ?? word)
    const next = words[at + 1] ?? ''
    if (joiners.has(usual) && next.length > 1) {
      waiting += usual
    } else {
      joined.push(waiting + word)
      waiting = ''
    }
  }
  return joined
}

const allah = /^abd(?:[aeiu]|ou)ll?a(?:h|hi|y|ye)?$/
const servantOf =
  /^abd(?:(?:[aeu]|ou)(?:l|r(?=r)|s(?=s)|z(?=z)|d(?=d)|t(?=t)|n(?=n)|sh(?=sh))|u(?=[b-df-hj-np-tv-z])|i)(?=[a-z]{4,})/

/** "Abdurrahman" is Abdul Rahman: the article takes the sound that follows. "Abdullah" and its like stay one word. */
const compoundParts = (word: string): readonly string[] => {
  if (!word.startsWith('abd') || allah.test(word)) return [word]
  const head = servantOf.exec(word)?.[0]
  return head === undefined ? [word] : [head === 'abdi' ? head : 'abdul', word.slice(head.length)]
}

/** The words of one half of a name that name somebody; none when it holds a placeholder only. */
export const wordsOfHalf = (text: string | undefined, of: HalfOf): readonly string[] => {
  const words = rawWords(text ?? '')
  if (words.length === 0 || isMissing(words, of)) return []
  return joinPrefixes(trimEnds(withoutPlaceholders(words, of), of))
    .filter((word) => !number.test(word))
    .flatMap((word) => compoundParts(ownSpelling(word)))
}
