import { nicknamesOf } from '../../people/names/nicknames.ts'
import type { AdultInput, NameInput, SubjectInput } from '../seed-types.ts'

/** What another agency holds of a person, before it is said how they stand to the child. */
export type Known = Pick<
  SubjectInput,
  'names' | 'dateOfBirth' | 'sex' | 'addresses' | 'phones' | 'nhsNumbers'
>

/** One way in which an agency's record differs from the register's. Several can be laid over each other. */
export type KnownAs = (known: Known, adult: AdultInput) => Known

const current = ({ names }: Pick<Known, 'names'>): NameInput => names[0] ?? {}
const firstWord = (text = ''): string => text.split(' ')[0] ?? ''

/** As the register has them, without what a service would not know: property numbers, dates of moving, old names. */
export const asRegistered = (adult: AdultInput): Known => {
  const { houseNumber, street, town, postcode } = adult.addresses?.[0] ?? {}
  return {
    names: adult.names.slice(0, 1),
    dateOfBirth: adult.dateOfBirth,
    sex: adult.sex,
    addresses: [{ houseNumber, street, town, postcode }],
  }
}

export const byNickname: KnownAs = (known) => {
  const { given, family } = current(known)
  return { ...known, names: [{ given: nicknamesOf(given ?? '')[0] ?? given, family }] }
}

/** The name before marriage alone: nobody told this agency of the wedding. */
export const byFormerName: KnownAs = (known, { names }) => ({
  ...known,
  names: [{ given: firstWord(current({ names }).given), family: names[1]?.family }],
})

/** As their papers write it, for an agency that copied the papers. */
export const byOwnScript: KnownAs = (known, { names }) => ({
  ...known,
  names: names.filter(({ given = '' }) => /[\u0400-\u06ff]/.test(given)),
})

/** A service where people go by their first names. */
export const byFirstName: KnownAs = (known) => ({
  ...known,
  names: [{ given: firstWord(current(known).given) }],
})

/** Two letters of the family name changed places on the keyboard. */
export const misspelt: KnownAs = (known) => {
  const { given, family = '' } = current(known)
  const at = Math.max(1, family.length - 3)
  const swapped = `${family.slice(0, at)}${family.charAt(at + 1)}${family.charAt(at)}${family.slice(at + 2)}`
  return { ...known, names: [{ given, family: swapped }] }
}

export const withMonthOfBirth: KnownAs = (known) => ({
  ...known,
  dateOfBirth: known.dateOfBirth?.slice(0, 7),
})

export const withYearOfBirth: KnownAs = (known) => ({
  ...known,
  dateOfBirth: known.dateOfBirth?.slice(0, 4),
})

/** A clerk typed another decade; a relation of the same name would look the same. */
export const withWrongBirth: KnownAs = (known) => {
  const year = Number(known.dateOfBirth?.slice(0, 4))
  return { ...known, dateOfBirth: `${year > 1980 ? year - 14 : year + 14}-09-17` }
}

/** The home they left, which is the one this agency still writes to. */
export const atFormerAddress: KnownAs = (known, adult) => {
  const { houseNumber, street, town, postcode } = adult.addresses?.[1] ?? {}
  return { ...known, addresses: [{ houseNumber, street, town, postcode }] }
}

export const withoutAddress: KnownAs = (known) => ({ ...known, addresses: [] })

export const withNumbers: KnownAs = (known, adult) => ({
  ...known,
  phones: adult.phones,
  nhsNumbers: adult.nhsNumbers,
})

/** Somebody else under the same roof, with the same family name, whom no register knows; no part of the date agrees. */
export const asRelativeAtHome: KnownAs = (known) => {
  const [year = 0, month = 0, day = 0] = (known.dateOfBirth ?? '').split('-').map(Number)
  const born = [year - 27, ((month + 4) % 12) + 1, day > 14 ? day - 13 : day + 13]
  return {
    ...known,
    names: [{ given: 'Philomena', family: current(known).family }],
    dateOfBirth: born.map((part) => String(part).padStart(2, '0')).join('-'),
    sex: 'F',
  }
}

/** A partner who has moved in and stands on no register. */
export const asPartnerNobodyKnows: KnownAs = (known) => ({
  ...known,
  names: [{ given: 'Evander', family: 'Thackwray-Pell' }],
  dateOfBirth: '1988-04-19',
  sex: 'M',
})
