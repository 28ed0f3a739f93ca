import { nhsNumberOf } from '../../local/people/invented-numbers.ts'
import { plainLetters } from '../../local/people/names/plain-letters.ts'
import type { Home } from '../../local/people/people-types.ts'
import type { Random } from '../../local/people/random.ts'
import { leftOut } from '../children/told-child.ts'
import { addressSlips } from '../population/address-slips.ts'
import { contactSlips } from '../population/contact-slips.ts'
import { dateSlip, sexSlip } from '../population/date-slips.ts'
import { errorRates } from '../population/error-rates.ts'
import { personRow } from '../population/person-row.ts'
import type { Row } from '../population/row.ts'
import type { PlainSlip } from '../population/slip.ts'
import { typo } from '../population/text-slips.ts'
import { wordsOf } from './bearer.ts'
import type { Telling, ToldName } from './culture.ts'

/** How often a name is told otherwise than it is; the same for all cultures, each in its own ways. */
const shares = {
  toldByCustom: 0.35,
  enteredByCustom: 0.08,
  noNumber: 0.08,
  otherEstimate: 0.15,
} as const

const nameIn = ({ bearer }: Telling): ToldName => ({
  given: wordsOf(bearer.name).join(' '),
  family: bearer.family,
})

/** One of the culture's own slips, that changes something. */
const byCustom = (told: ToldName, telling: Telling): ToldName => {
  for (let tries = 0; tries < 8; tries += 1) {
    const slipped = telling.random.weighted(telling.culture.slips).slip(told, telling)
    if (slipped.given !== told.given || slipped.family !== told.family) return slipped
  }
  return told
}

const mapHalves = (told: ToldName, change: (text: string) => string): ToldName => ({
  given: change(told.given),
  family: change(told.family),
})

const mistyped = (told: ToldName, random: Random): ToldName => ({
  given: random.chance(errorRates.typoInGiven) ? typo(random, told.given) : told.given,
  family: random.chance(errorRates.typoInFamily) ? typo(random, told.family) : told.family,
})

/** What a form has in its two fields for a name. */
const toldName = (telling: Telling): ToldName => {
  const { random } = telling
  const own = nameIn(telling)
  const named = random.chance(shares.toldByCustom) ? byCustom(own, telling) : own
  const typed = random.chance(errorRates.marksDropped) ? mapHalves(named, plainLetters) : named
  const told = mistyped(typed, random)
  return random.chance(errorRates.upperCase) ? mapHalves(told, (text) => text.toUpperCase()) : told
}

const rowOf = ({ bearer }: Telling, home: Home, { given, family }: ToldName): Row => ({
  ...personRow(`p${bearer.serial}`, { person: bearer, home }),
  given_names: given,
  family_name: family,
})

/** How the register writes somebody down: seldom by custom, without the number of a few. */
export const entryRow = (telling: Telling, home: Home): Row => {
  const { random, bearer } = telling
  const own = nameIn(telling)
  const named = random.chance(shares.enteredByCustom) ? byCustom(own, telling) : own
  const written = random.chance(0.5) ? mapHalves(named, plainLetters) : named
  const identifier = random.chance(shares.noNumber) ? '' : nhsNumberOf(bearer.serial)
  return { ...rowOf(telling, home, written), identifier }
}

/** Where the day is not known, the year is an estimate, and another office may have estimated otherwise. */
const estimate: PlainSlip = (told, { person: { born } }, random) =>
  born.month === 1 && born.day === 1 && random.chance(shares.otherEstimate)
    ? { ...told, birth_year: String(born.year + random.pick([-1, 1])) }
    : told

const slips: readonly PlainSlip[] = [estimate, dateSlip, sexSlip, ...addressSlips, ...contactSlips]

/** What a service writes down of somebody who lives in a home. */
export const toldRow = (telling: Telling, home: Home): Row => {
  const subject = { person: telling.bearer, home }
  const row = rowOf(telling, home, toldName(telling))
  return slips.reduce((told, slip) => slip(told, subject, telling.random), row)
}

/** What a concern tells of a child: less of its date and its home, which are those of the family. */
export const toldRowOfChild = (telling: Telling, home: Home): Row => {
  const { random } = telling
  const row = toldRow(telling, home)
  return {
    ...row,
    ...(random.chance(leftOut.date) && { birth_year: '', birth_month: '', birth_day: '' }),
    ...(random.chance(leftOut.address) && { house_number: '', street: '', town: '', postcode: '' }),
  }
}
