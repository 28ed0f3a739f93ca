import type { PersonName } from '../person.ts'
import type { Candidate, Part } from './candidate.ts'
import { fold } from './fold.ts'
import { findPhrase } from './phrase.ts'
import { keyOfWords } from './place-parts.ts'
import { wordsAsWritten } from './place-pieces.ts'

const particles = new Set(
  'van von der den de del della da di du la le el al bin bint ibn ben of the mac mc o st'.split(
    ' ',
  ),
)

const noWords: readonly string[] = []

/** The words of half a name; what an apostrophe cuts stays one ("obrien"). */
const wordsOf = (half: string | undefined): readonly string[] =>
  half === undefined ? noWords : wordsAsWritten(half.replace(/['’‘ʼ`´ʹ′＇]/gu, ''))

const leastAlone = (word: string): number => (/^[a-z]+$/.test(word) ? 3 : 2)

const phrasePart = (words: readonly string[], group: number): Part => ({
  key: `name:${keyOfWords(words)}`,
  find: findPhrase(words, 'alone', group),
})

/** A capital by itself, with nothing joined to it. Struck only before or after a struck part of the name. */
const initialPart = (initial: string, group: number): Part => ({
  key: `initial:${initial}`,
  find: ({ signs, opens, capitals }): readonly Candidate[] => {
    const found: Candidate[] = []
    for (let from = signs.indexOf(initial); from >= 0; from = signs.indexOf(initial, from + 1))
      if (opens[from] === true && opens[from + 1] === true && capitals[from] === true)
        found.push({ from, to: from + 1, strength: 'initial', group })
    return found
  },
})

/**
 * All parts of a name, each by itself as a whole word of three letters at least, together in any order, joined, and with
 * initials. A part that is an everyday word ("Rose") is struck with a capital only, or beside another part.
 */
export const nameParts = (name: PersonName, group: number): readonly Part[] => {
  const [given, family] = [wordsOf(name.given), wordsOf(name.family)]
  const words = [...given, ...family]
  const single = words.filter(
    (word) => !particles.has(word) && fold(word).signs.length >= leastAlone(word),
  )
  const [first] = given
  const together = [
    words,
    [...family, ...given],
    family,
    ...(first === undefined
      ? []
      : [
          [first, ...family],
          [...family, first],
        ]),
  ].filter((phrase) => phrase.length > 1)
  return [
    ...single.map((word) => phrasePart([word], group)),
    ...together.map((phrase) => phrasePart(phrase, group)),
    ...words.map((word) => initialPart(word.charAt(0), group)),
  ]
}
