import { familyRoot } from './family-root.ts'
import { type HalfOf, wordsOfHalf } from './half-words.ts'
import { latinReadingOf } from './latin-reading.ts'
import { partsOf, withoutComma } from './name-parts.ts'
import { doubtful, givenParticles, honorifics, particles } from './name-words.ts'

/**
 * One name as it is compared. Whole halves are written without spaces, so that "Smith Jones", "Smith-Jones" and
 * "SmithJones" are one. `families` leaves out particles, `family` keeps them.
 */
export type NameFeatures = {
  readonly given: string | undefined
  readonly givens: readonly string[]
  readonly family: string | undefined
  readonly families: readonly string[]
  /** The family name without what follows the bearer's sex or is often left out. */
  readonly root?: string | undefined
  /** The last name is one that women of some families take and change (Begum, Khatun): another tells nothing. */
  readonly isHonorific?: boolean
  /** Read out of one field: which word is the family name is a guess. */
  readonly isReading?: boolean
}

/** Whose name it is, for words that are an adult's name and no child's ("Baby"). */
export type Bearer = HalfOf['bearer']

type WrittenName = { readonly given?: string | undefined; readonly family?: string | undefined }
type Halves = {
  readonly given: readonly string[]
  readonly family: readonly string[]
  readonly isReading?: true
}

const without = (words: readonly string[], links: ReadonlySet<string>): readonly string[] => {
  const kept = words.filter((word) => !links.has(word))
  return kept.length === 0 ? words : kept
}

/** A word that only links stands before what it links: the last of a half is a name ("Thu Van"). */
const withoutLinks = (words: readonly string[]): readonly string[] => [
  ...words.slice(0, -1).filter((word) => !givenParticles.has(word)),
  ...words.slice(-1),
]

const whole = (words: readonly string[]): string | undefined =>
  words.length === 0 ? undefined : words.join('')

const featuresOfHalves = ({ given, family, isReading }: Halves): NameFeatures => {
  const families = without(family, particles)
  return {
    given: whole(given),
    givens: withoutLinks(given),
    family: whole(family),
    families,
    root: familyRoot(family, families),
    isHonorific: families.length > 0 && families.every((word) => honorifics.has(word)),
    isReading: isReading === true,
  }
}

/** Where the family name begins when the words of a whole name stand in one field: its particles go with it. */
const familyStart = (words: readonly string[]): number => {
  let start = words.length - 1
  while (start > 1 && particles.has(words[start - 1] ?? '')) start -= 1
  return start
}

/** How a whole name in one field may be read: family name last, or first. */
const readingsOf = (words: readonly string[]): readonly Halves[] => {
  if (words.length < 2) return []
  const start = familyStart(words)
  const last = { given: words.slice(0, start), family: words.slice(start) }
  return words.length === 2 ? [last] : [last, { given: words.slice(1), family: words.slice(0, 1) }]
}

const isDoubtful = ([word, ...more]: readonly string[]): boolean =>
  word !== undefined && more.length === 0 && doubtful.has(word)

/** A word that is a placeholder as often as a name may be either. */
const withoutDoubtful = ({ given, family }: Halves): readonly Halves[] => {
  if (isDoubtful(given) && family.length > 0) return [{ given: [], family }]
  return isDoubtful(family) && given.length > 0 ? [{ given, family: [] }] : []
}

const isNamed = ({ given, family }: Halves): boolean => given.length + family.length > 0

const otherReadings = (halves: Halves): readonly Halves[] => {
  const { given, family } = halves
  if (given.length > 0 && family.length > 0) return withoutDoubtful(halves)
  const read = readingsOf(given.length === 0 ? family : given)
  return read.map((each) => ({ ...each, isReading: true }))
}

const startsWith = (words: readonly string[], start: readonly string[]): boolean =>
  start.length > 0 && start.length < words.length && start.every((word, at) => words[at] === word)

/** Another given name in the same field; where no family name is known, it may be that. */
const besideGiven = (
  given: readonly string[],
  family: readonly string[],
  other: readonly string[],
): readonly Halves[] => [
  { given: other, family },
  ...(family.length === 0 ? [{ given, family: other }] : []),
]

/** Another family name in the same field, or another whole name. */
const besideFamily = (given: readonly string[], other: readonly string[]): Halves => ({
  given,
  family: startsWith(other, given) ? other.slice(given.length) : other,
})

const holdsComma = ({ given, family }: WrittenName): boolean =>
  given?.includes(',') === true || family?.includes(',') === true

/** A half that names nobody is as if it were left out: what stands before a comma in the other depends on it. */
const withoutPlaceholders = ({ given, family }: WrittenName, bearer: Bearer): WrittenName => ({
  given: wordsOfHalf(given, { half: 'given', bearer }).length > 0 ? given : undefined,
  family: wordsOfHalf(family, { half: 'family', bearer }).length > 0 ? family : undefined,
})

/** Every name that stands in one as written: the name itself first, then those given beside it or readings of it. */
const halvesOf = (name: WrittenName, bearer: Bearer): readonly Halves[] => {
  const { given, family } = holdsComma(name)
    ? withoutComma(withoutPlaceholders(name, bearer))
    : name
  const [givens, families] = [partsOf(given), partsOf(family)]
  const first = wordsOfHalf(givens.main, { half: 'given', bearer })
  const last = wordsOfHalf(families.main, { half: 'family', bearer })
  const beside = [
    ...givens.others.flatMap((other) =>
      besideGiven(first, last, wordsOfHalf(other, { half: 'given', bearer })),
    ),
    ...families.others.map((other) =>
      besideFamily(first, wordsOfHalf(other, { half: 'family', bearer })),
    ),
  ]
  const main = { given: first, family: last }
  const read = wordsOfHalf(latinReadingOf(families.main), { half: 'family', bearer })
  // Of a reading only the family name: too many given names are read alike for anybody to be known by one.
  return [main, ...beside, ...otherReadings(main), { given: [], family: read }].filter(isNamed)
}

/** Features of each name that stands in one as written, the name itself first; none when nobody is named. */
export const namesIn = (name: WrittenName, bearer: Bearer = 'adult'): readonly NameFeatures[] =>
  halvesOf(name, bearer).map(featuresOfHalves)

/** Features of one name, or undefined when neither half names anybody. */
export const nameFeaturesOf = (
  name: WrittenName,
  bearer: Bearer = 'adult',
): NameFeatures | undefined => namesIn(name, bearer)[0]

/** The same name with its halves exchanged, for records that hold the family name first. */
export const exchanged = (name: NameFeatures): NameFeatures => ({
  given: name.family,
  givens: name.families,
  family: name.given,
  families: name.givens,
  root: undefined,
  isHonorific: false,
  isReading: false,
})

/** The same words with the halves divided elsewhere: after each word, the given name first or the family name first. */
export const dividedElsewhere = (name: NameFeatures): readonly NameFeatures[] => {
  const { givens, families } = name
  const inOrder = [...givens, ...families]
  const familyFirst = [...families, ...givens]
  return inOrder
    .slice(1)
    .flatMap((_, at) => [dividedAt(inOrder, at + 1), exchanged(dividedAt(familyFirst, at + 1))])
}

const dividedAt = (words: readonly string[], at: number): NameFeatures => ({
  given: whole(words.slice(0, at)),
  givens: words.slice(0, at),
  family: whole(words.slice(at)),
  families: words.slice(at),
  root: undefined,
  isHonorific: false,
  isReading: false,
})
