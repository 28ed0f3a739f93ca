import { plainLetters } from '../../local/people/names/plain-letters.ts'
import { draw } from '../../local/people/names/ranked.ts'
import type { Random } from '../../local/people/random.ts'
import { wordsOf } from './bearer.ts'
import type { NameSlip, Telling } from './culture.ts'

const spaced = (...words: readonly string[]): string => words.filter(Boolean).join(' ')

/** Family name and given names in each other's field. */
export const exchanged: NameSlip = ({ given, family }) => ({ given: family, family: given })

export const inOneField: NameSlip = ({ given, family }, { random }) =>
  random.chance(0.5)
    ? { given: spaced(given, family), family: '' }
    : { given: '', family: spaced(given, family) }

/** All in one field, the family's name first, as it is said. */
export const familyFirstInOneField: NameSlip = ({ given, family }, { random }) =>
  random.chance(0.5)
    ? { given: spaced(family, given), family: '' }
    : { given: '', family: `${family}, ${given}` }

/** Only the name that they are called by. */
export const calledOnly: NameSlip = ({ family }, { bearer }) => ({
  given: bearer.name.called,
  family,
})

/** The word before the called name is left out, or put before it where it was not. */
export const otherBefore: NameSlip = ({ family }, { bearer, culture, random }) => {
  const { before, called, after } = bearer.name
  const custom = culture.before?.[bearer.sex]
  const added = before.length > 0 || custom === undefined ? [] : [draw(random, custom.names)]
  return { given: spaced(...added, called, ...after), family }
}

/** The first of the given names alone, whichever they are called by. */
export const firstWordOnly: NameSlip = ({ given, family }) => ({
  given: given.split(' ')[0] ?? given,
  family,
})

const lettersOf = (word: string): string => plainLetters(word).toLowerCase()

const respeltWord = (word: string, { culture, random }: Telling): string => {
  const forms = culture.spellings.get(lettersOf(word)) ?? culture.spellings.get(word.toLowerCase())
  if (forms === undefined) return plainLetters(word)
  const form = random.pick(forms)
  return form.charAt(0).toUpperCase() + form.slice(1)
}

const respeltText = (text: string, telling: Telling): string =>
  text
    .split(' ')
    .map((word) => (telling.random.chance(0.8) ? respeltWord(word, telling) : word))
    .join(' ')

/** Spelt by ear, in another romanisation, or by a short form. */
export const respelt: NameSlip = ({ given, family }, telling) => ({
  given: respeltText(given, telling),
  family: respeltText(family, telling),
})

const particles = new Set(['al', 'el', 'da', 'de', 'do', 'dos', 'das', 'ben', 'mac', 'o', 'au'])

const partsOf = (family: string): readonly string[] =>
  family.split(/[ -]/).filter((part) => !particles.has(part.toLowerCase()))

/** One of the words of the family name. */
export const halfOfFamily: NameSlip = ({ given, family }, { random }) => {
  const parts = partsOf(family)
  return parts.length < 2 ? { given, family } : { given, family: random.pick(parts) }
}

/** The first word of the family name is taken for a given name. */
export const familyTakenForGiven: NameSlip = ({ given, family }) => {
  const [first = '', ...rest] = family.split(' ')
  return rest.length === 0
    ? { given, family }
    : { given: spaced(given, first), family: rest.join(' ') }
}

/** The last given name is taken for a part of the family name. */
export const givenTakenForFamily: NameSlip = ({ given, family }) => {
  const words = given.split(' ')
  return words.length < 2
    ? { given, family }
    : { given: words.slice(0, -1).join(' '), family: spaced(words.at(-1) ?? '', family) }
}

/** A father's name is added as the family name, as some forms ask for one more. */
export const grandfatherAdded: NameSlip = ({ given, family }, { culture, random }) => ({
  given,
  family: spaced(family, draw(random, culture.given.M)),
})

/** The form of the surname that the other sex bears: Kowalski for Kowalska. */
export const familyOfOtherSex: NameSlip = ({ given, family }, { bearer, culture }) => {
  const { line } = bearer.name
  return { given, family: family === line ? (culture.feminine?.(line) ?? family) : line }
}

/** The surname of a marriage before or since; for a man, what his family is called elsewhere. */
export const otherFamily: NameSlip = ({ given, family }, { bearer, culture, random }) => {
  if (bearer.formerFamily !== undefined) return { given, family: bearer.formerFamily }
  const other = draw(random, culture.families)
  return bearer.sex === 'F'
    ? { given, family: culture.feminine?.(other) ?? other }
    : { given, family }
}

/** The word that women of many families bear, for the family's name or beside it. */
export const womansWord: NameSlip = ({ given, family }, { bearer, culture, random }) => {
  const words = culture.familiesOfWomen
  if (bearer.sex === 'M' || words === undefined) return { given, family }
  const word = draw(random, words.names)
  const way = random.between(0, 2)
  if (way === 0) return { given, family: word }
  return way === 1
    ? { given: spaced(given, word), family }
    : { given, family: spaced(family, word) }
}

/** The word after the called name stands as the family name: Harpreet Kaur Gill, Harpreet Kaur. */
export const afterAsFamily: NameSlip = ({ given, family }, { bearer }) => {
  const { before, called, after } = bearer.name
  return after.length === 0
    ? { given, family }
    : { given: spaced(...before, called), family: after.join(' ') }
}

const glue = (text: string, random: Random): string => {
  if (/[ -]/.test(text)) {
    const [first = '', ...rest] = text.split(/[ -]/)
    return random.chance(0.5)
      ? [first, ...rest.map((word) => word.toLowerCase())].join('')
      : [first, ...rest].join('-')
  }
  return text
}

/** Words written together, or with a hyphen: Xiao Ming, Xiaoming, Xiao-Ming. */
export const joined: NameSlip = ({ given, family }, { random }) => ({
  given: glue(given, random),
  family: random.chance(0.3) ? glue(family, random) : family,
})

const particle = /^(?:al|el|da|de|do|dos|das|del|della|la|ben|bin|o|mc|mac)[ '-]/i

/** The particle before the surname is left out, or written together with it. */
export const withoutParticle: NameSlip = ({ given, family }, { random }) => ({
  given,
  family: random.chance(0.6)
    ? family.replace(particle, '')
    : family.replace(particle, (p) => p.slice(0, -1)),
})

/** Initials for all but the called name. */
export const initials: NameSlip = ({ family }, { bearer }) => ({
  given: wordsOf(bearer.name)
    .map((word) => (word === bearer.name.called ? word : word.charAt(0)))
    .join(' '),
  family,
})

/** A given name of the country they live in beside the own one, or in its place. */
export const englishName =
  (names: Readonly<Record<'F' | 'M', string>>): NameSlip =>
  ({ given, family }, { bearer, random }) => {
    const other = random.pick(names[bearer.sex].split(' '))
    return { given: random.chance(0.7) ? spaced(other, given) : other, family }
  }
