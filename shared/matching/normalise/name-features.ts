import { foldedWords } from './fold-text.ts'
import {
  joiners,
  missingValues,
  particles,
  placeholders,
  placeholderTails,
  suffixes,
  titles,
} from './name-words.ts'

/**
 * One name as it is compared. Whole halves are written without spaces, so that "Smith Jones", "Smith-Jones" and
 * "SmithJones" are one. `families` leaves out particles, `family` keeps them.
 */
export type NameFeatures = {
  readonly given: string | undefined
  readonly givens: readonly string[]
  readonly family: string | undefined
  readonly families: readonly string[]
}

const trimEnds = (words: readonly string[]): readonly string[] => {
  let from = 0
  let to = words.length
  while (from < to && titles.has(words[from] ?? '')) from += 1
  while (to > from && suffixes.has(words[to - 1] ?? '')) to -= 1
  return words.slice(from, to)
}

const joinPrefixes = (words: readonly string[]): readonly string[] => {
  const joined: string[] = []
  let waiting = ''
  for (const [at, word] of words.entries()) {
    if (joiners.has(word) && at < words.length - 1) {
      waiting += word
    } else {
      joined.push(waiting + word)
      waiting = ''
    }
  }
  return joined
}

const withoutPlaceholders = (words: readonly string[]): readonly string[] => {
  if (!words.some((word) => placeholders.has(word))) return words
  return words.filter((word) => !placeholders.has(word) && !placeholderTails.has(word))
}

/** The words of one half of a name that name somebody; none when it holds a placeholder only. */
const nameWords = (text: string | undefined): readonly string[] => {
  const words = foldedWords(text ?? '')
  if (missingValues.has(words.join('-'))) return []
  return joinPrefixes(trimEnds(withoutPlaceholders(words))).filter((word) => !/^\d+$/.test(word))
}

const core = (words: readonly string[]): readonly string[] => {
  const kept = words.filter((word) => !particles.has(word))
  return kept.length === 0 ? words : kept
}

const whole = (words: readonly string[]): string | undefined =>
  words.length === 0 ? undefined : words.join('')

/** Features of one name, or undefined when neither half names anybody. */
export const nameFeaturesOf = (name: {
  readonly given?: string | undefined
  readonly family?: string | undefined
}): NameFeatures | undefined => {
  const givens = nameWords(name.given)
  const families = nameWords(name.family)
  if (givens.length + families.length === 0) return undefined
  return {
    given: whole(givens),
    givens: core(givens),
    family: whole(families),
    families: core(families),
  }
}

/** The same name with its halves exchanged, for records that hold the family name first. */
export const exchanged = (name: NameFeatures): NameFeatures => ({
  given: name.family,
  givens: name.families,
  family: name.given,
  families: name.givens,
})
