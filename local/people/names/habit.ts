import type { NameOrigin, Sex } from '../people-types.ts'
import type { Random } from '../random.ts'
import { draw, type Ranked, ranked } from './ranked.ts'

type DrawGiven = (random: Random, sex: Sex, year: number) => string

/** How families of one background are named. */
export type Habit = {
  readonly origin: NameOrigin
  /** Households of this background, in parts of a thousand. */
  readonly share: number
  readonly given: DrawGiven
  readonly family: (random: Random) => string
  /** Where the custom is that women bear other family names than men. */
  readonly familyOfWomen?: (random: Random) => string
  /** The form that a woman bears of a family's name. */
  readonly feminine?: (family: string) => string
  /** A name set before the one a man is called by, such as Mohammed. */
  readonly leading?: { readonly share: number; readonly names: Ranked }
  /** People with a middle name. */
  readonly middleShare: number
  /** Wives who take their husband's name. */
  readonly takesNameShare: number
  /** Families with two names joined by a hyphen. */
  readonly barrelShare: number
  /** The names of a child's father and grandfather stand where others have a family name. */
  readonly isPatronymic?: true
  /** At home the family's name is said first. */
  readonly isFamilyFirst?: true
  /** What papers of its own script write for a name in Latin letters. */
  readonly ownScript?: ReadonlyMap<string, string>
}

/** Names as {@link nameList} reads them, the commonest first. */
type Lists = {
  readonly women: string
  readonly men: string
  readonly girls?: string
  readonly boys?: string
}

// Where fashion has moved on, those born since bear the newer names.
const fashionTurned = 1998

export const givenFrom = ({ women, men, girls = women, boys = men }: Lists): DrawGiven => {
  const older = { F: ranked(women), M: ranked(men) }
  const newer = { F: ranked(girls), M: ranked(boys) }
  return (random, sex, year) => draw(random, (year < fashionTurned ? older : newer)[sex])
}

type Tail = { readonly share: number; readonly draw: (random: Random) => string }
const noTail: Tail = { share: 0, draw: () => '' }

/** Surnames of a list, and in some shares of families others, where a language has many that are rare. */
export const familyFrom = (names: string, tail: Tail = noTail): ((random: Random) => string) => {
  const table = ranked(names, { width: 5, power: 1 })
  return (random) => (random.chance(tail.share) ? tail.draw(random) : draw(random, table))
}

/** A man's name stands as a surname. */
export const fromGiven =
  (given: DrawGiven): Tail['draw'] =>
  (random) =>
    given(random, 'M', 1960)
