import { firstStrangerSerial } from '../../local/people/invented-numbers.ts'
import { plainLetters } from '../../local/people/names/plain-letters.ts'
import type { Home } from '../../local/people/people-types.ts'
import { createRandom, type Random } from '../../local/people/random.ts'
import { errorRates } from '../population/error-rates.ts'
import type { Row } from '../population/row.ts'
import type { Culture } from './culture.ts'
import { homeIn, type People, type Registered } from './mixed-register.ts'
import type { NearMiss, nearMissesOfAdults } from './near-misses.ts'
import type { toldRow } from './told-row.ts'

/** What is told of somebody. `about` is the register's id of them, if it has one. */
export type Query = {
  readonly culture: string
  readonly kind: string
  readonly row: Row
  readonly about: string | undefined
  /** The one registered, or whom somebody unregistered is like. */
  readonly model: Registered
  readonly subject: NearMiss
}

export const registeredKind = 'registered'

type Setting = {
  readonly seed: number
  readonly tell: typeof toldRow
  readonly random: Random
  readonly people: readonly Registered[]
}

/** Another street of the same town, or of the next. */
const homeNear = ({ seed, random }: Setting, model: Registered): Home => {
  const postcode = Math.max(0, model.postcode + random.between(-60, 60))
  return homeIn(random, seed, { postcode, place: random.between(0, 30) })
}

const wordsIn = (text: string): readonly string[] =>
  plainLetters(text)
    .toLowerCase()
    .split(/[^a-z']+/)
    .filter(Boolean)

const nameWordsIn = ({ given_names, family_name }: Row): readonly string[] =>
  wordsIn(`${given_names} ${family_name}`)

/** A number, a year or a given name of the registered one: of a family name and a home alone nobody could say who it is. */
const saysSomethingOfOwn = (told: Row, { row }: Registered): boolean =>
  told.identifier !== '' ||
  told.birth_year !== '' ||
  wordsIn(told.given_names).some((word) => wordsIn(row.given_names).includes(word))

const registeredQuery = (setting: Setting): Query => {
  const { random, people, tell } = setting
  const model = random.pick(people)
  const { culture, bearer, home } = model
  for (;;) {
    const isMoved = random.chance(errorRates.moved)
    const subject: NearMiss = {
      bearer,
      home: isMoved ? homeNear(setting, model) : home,
      isSibling: true,
    }
    const row = tell({ culture, bearer, random }, subject.home)
    const about = model.row.record_id
    if (saysSomethingOfOwn(row, model))
      return { culture: culture.name, kind: registeredKind, row, about, model, subject }
  }
}

const areAmong = (some: readonly string[], all: readonly string[]): boolean =>
  some.every((word) => all.includes(word))

const isSilentOr = (told: string, known: string): boolean => told === '' || told === known

const isWholeDate = ({ birth_month, birth_day }: Row): boolean =>
  birth_day !== '' && !(birth_month === '1' && birth_day === '1')

/**
 * All that was told holds of the registered one as well, at one home or after a move, so nothing could tell the two
 * apart. A date of which only the year is known tells nobody from a namesake of another home.
 */
const fits = (told: Row, { row }: Registered): boolean => {
  const [known, given] = [nameWordsIn(row), wordsIn(row.given_names)]
  const parts = ['birth_year', 'birth_month', 'birth_day', 'sex'] as const
  return (
    told.identifier === '' &&
    (areAmong(wordsIn(told.given_names), known) || areAmong(given, nameWordsIn(told))) &&
    parts.every((part) => isSilentOr(told[part], row[part])) &&
    (isWholeDate(told) || isSilentOr(told.postcode, row.postcode))
  )
}

type Kinds = typeof nearMissesOfAdults
type Kind = readonly [name: string, make: Kinds[string]]

const unregisteredQuery = (setting: Setting, [kind, make]: Kind, serial: number): Query => {
  const { random, people, tell } = setting
  for (;;) {
    const model = random.pick(people)
    const { culture } = model
    const subject = make({ model, serial, random, otherHome: homeNear(setting, model) })
    const row = tell({ culture, bearer: subject.bearer, random }, subject.home)
    if (!fits(row, model))
      return { culture: culture.name, kind, row, about: undefined, model, subject }
  }
}

type Wanted = {
  readonly people: People
  readonly seed: number
  /** About registered people, and as many about others. */
  readonly count: number
  readonly kinds: Kinds
  readonly tell: typeof toldRow
}

/** As many about registered people of a culture as about people like them whom the register does not know. */
export function* queriesOf(culture: Culture, wanted: Wanted): Generator<Query> {
  const { people, seed, count, tell } = wanted
  const random = createRandom(seed, 1000 + [...people.keys()].indexOf(culture))
  const setting = { seed, tell, random, people: people.get(culture) ?? [] }
  const kinds = Object.entries(wanted.kinds)
  for (let at = 0; at < count; at += 1) {
    yield registeredQuery(setting)
    const kind = kinds[at % kinds.length]
    if (kind !== undefined) yield unregisteredQuery(setting, kind, firstStrangerSerial + at)
  }
}
