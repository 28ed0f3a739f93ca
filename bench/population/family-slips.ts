import { bornName, drawLine } from '../../local/people/family-names.ts'
import { habitOfOrigin } from '../../local/people/names/origins.ts'
import { lastAdultYear } from '../../local/people/people-types.ts'
import { errorRates } from './error-rates.ts'
import type { Slip } from './slip.ts'
import { surnameSpellings } from './surname-spellings.ts'
import { ocrSlip, typo } from './text-slips.ts'

/** A woman is known by the name of her birth, of a marriage before or of one since. */
const changed: Slip = (told, { person }, random) => {
  const isWoman = person.sex === 'F' && person.born.year <= lastAdultYear
  if (!isWoman || !random.chance(errorRates.formerOrNewFamily)) return told
  if (person.formerFamily !== undefined) return { ...told, family_name: person.formerFamily }
  const habit = habitOfOrigin(random, person.origin)
  const line = drawLine(random, habit)
  return { ...told, family_name: bornName(random, habit, { line, sex: 'F' }) }
}

const halved: Slip = (told, _subject, random) => {
  const parts = told.family_name.split(/[ -]/).filter((part) => part.length > 1)
  const isHalved = parts.length > 1 && random.chance(errorRates.halfOfDouble)
  return isHalved ? { ...told, family_name: random.pick(parts) } : told
}

const respelt: Slip = (told, _subject, random) => {
  const spellings = surnameSpellings.get(told.family_name.toLowerCase())
  const isRespelt = spellings !== undefined && random.chance(errorRates.familySpelling)
  return isRespelt ? { ...told, family_name: random.pick(spellings) } : told
}

const mistyped: Slip = (told, _subject, random) =>
  random.chance(errorRates.typoInFamily)
    ? { ...told, family_name: typo(random, told.family_name) }
    : told

const misread: Slip = (told, _subject, random) =>
  random.chance(errorRates.ocr) ? { ...told, family_name: ocrSlip(random, told.family_name) } : told

export const familySlips: readonly Slip[] = [changed, halved, respelt, mistyped, misread]

const familyFirst = new Set(['east-asian'])

const swapped: Slip = (told, { person }, random) => {
  const rate = familyFirst.has(person.origin) ? errorRates.swappedFamilyFirst : errorRates.swapped
  if (!random.chance(rate)) return told
  return { ...told, given_names: told.family_name, family_name: told.given_names }
}

/** Amina / Mohamed Ali becomes Amina Mohamed / Ali. */
const shifted: Slip = (told, _subject, random) => {
  const [first = '', ...rest] = told.family_name.split(' ')
  if (rest.length === 0 || !random.chance(errorRates.shifted)) return told
  const given_names = `${told.given_names} ${first}`.trim()
  return { ...told, given_names, family_name: rest.join(' ') }
}

const inCapitals: Slip = (told, _subject, random) => {
  if (!random.chance(errorRates.upperCase)) return told
  const [given_names, family_name, street, town] = [
    told.given_names.toUpperCase(),
    told.family_name.toUpperCase(),
    told.street.toUpperCase(),
    told.town.toUpperCase(),
  ]
  return { ...told, given_names, family_name, street, town }
}

/** What happens to both names in the end. */
export const wholeNameSlips: readonly Slip[] = [shifted, swapped, inCapitals]
