import { nicknames } from '../../local/people/names/nicknames.ts'
import { plainLetters } from '../../local/people/names/plain-letters.ts'
import type { Random } from '../../local/people/random.ts'
import { errorRates } from './error-rates.ts'
import { spellingsOfOrigin } from './given-spellings.ts'
import type { Slip } from './slip.ts'
import { ocrSlip, typo } from './text-slips.ts'

const called: Slip = (told, { person }, random) => {
  const isShort = person.given.length > 1 && random.chance(errorRates.middleDropped)
  const name = isShort ? (person.given[person.called] ?? '') : person.given.join(' ')
  return { ...told, given_names: name }
}

const otherFormOf = (random: Random, name: string): string | undefined => {
  const key = name.toLowerCase()
  const bySpelling = spellingsOfOrigin.get(key)
  if (bySpelling !== undefined && random.chance(errorRates.spellingOfOrigin))
    return random.pick(bySpelling)
  const short = nicknames.get(key)
  return short !== undefined && random.chance(errorRates.nickname)
    ? random.favour(short)
    : undefined
}

/** Another form of one of the names; a nickname stands alone as often as not. */
const nickname: Slip = (told, _subject, random) => {
  const names = told.given_names.split(' ')
  const [first = '', ...rest] = names
  const form = otherFormOf(random, first)
  if (form === undefined) return told
  return { ...told, given_names: [form, ...(random.chance(0.6) ? [] : rest)].join(' ') }
}

const mistyped: Slip = (told, _subject, random) =>
  random.chance(errorRates.typoInGiven)
    ? { ...told, given_names: typo(random, told.given_names) }
    : told

const misread: Slip = (told, _subject, random) =>
  random.chance(errorRates.ocr) ? { ...told, given_names: ocrSlip(random, told.given_names) } : told

const unmarked: Slip = (told, _subject, random) =>
  random.chance(errorRates.marksDropped)
    ? {
        ...told,
        given_names: plainLetters(told.given_names),
        family_name: plainLetters(told.family_name),
      }
    : told

export const givenSlips: readonly Slip[] = [called, nickname, unmarked, mistyped, misread]

const initialOnly: Slip = (told, _subject, random) =>
  random.chance(errorRates.initialOnly)
    ? { ...told, given_names: told.given_names.charAt(0) }
    : told

const withoutGiven: Slip = (told, _subject, random) =>
  random.chance(errorRates.noGiven) ? { ...told, given_names: '' } : told

/** What happens to the name in the end, after it is spelt. */
export const shortenings: readonly Slip[] = [initialOnly, withoutGiven]
