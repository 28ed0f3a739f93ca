import { isNhsNumber } from '../../shared/people/nhs-number.ts'

/** Hands out ids and numbers, each once. A number is undefined when its range is used up. */
export type Issuer = {
  readonly childId: () => string
  readonly adultId: () => string
  readonly nhsNumber: () => string | undefined
  readonly mobile: () => string | undefined
  readonly landline: () => string | undefined
  readonly pupilNumber: (yearOfBirth: number) => string
}

const pad = (value: number, width: number): string => String(value).padStart(width, '0')

// Ids 1 to 100 belong to the planted families.
const firstId = 101
const numberRange = 990_000
// Coprime with the ranges, so that every number comes up once and neighbours do not look alike.
const numberStride = 387_401
const phoneStride = 619
// The last fifty of each drama range are left to practitioners and to people whom no register knows.
const phoneRange = 950

/** A number of the NHS test range (999), with its check digit; undefined where the sum has none. */
const testNhsNumber = (serial: number): string | undefined =>
  [0, 1, 2, 3, 4, 5, 6, 7, 8, 9]
    .map((check) => `999${pad(serial, 6)}${check}`)
    .find((number) => isNhsNumber(number))

const pupilLetters = 'ABCDEFGHJKLMNPQRTUVWXYZ'

/** @see DfE, UPN guide: positions 2 to 13 weigh their digits, modulus 23. The authority number 099 is not in use. */
const pupilNumberOf = (digits: string): string => {
  const sum = [...digits].reduce((total, digit, at) => total + Number(digit) * (at + 2), 0)
  return `${pupilLetters.charAt(sum % 23)}${digits}`
}

/** Drama numbers are few (Ofcom keeps a thousand of a kind), so in a large register the later people have no telephone. */
export const createIssuer = (): Issuer => {
  const issued = { child: 0, adult: 0, number: 0, mobile: 0, landline: 0, pupil: 0 }
  const count = (kind: keyof typeof issued): number => {
    const before = issued[kind]
    issued[kind] = before + 1
    return before
  }
  const phone = (prefix: string, serial: number): string | undefined =>
    serial >= phoneRange ? undefined : `${prefix}${pad((serial * phoneStride) % phoneRange, 3)}`
  return {
    childId: () => `C${pad(firstId + count('child'), 6)}`,
    adultId: () => `A${pad(firstId + count('adult'), 6)}`,
    nhsNumber: () => {
      let number: string | undefined
      while (number === undefined && issued.number < numberRange)
        number = testNhsNumber((count('number') * numberStride) % numberRange)
      return number
    },
    mobile: () => phone('07700 900', count('mobile')),
    landline: () => phone('01632 960', count('landline')),
    pupilNumber: (year) =>
      pupilNumberOf(`0990001${pad((year + 4) % 100, 2)}${pad(count('pupil') % 1000, 3)}`),
  }
}
