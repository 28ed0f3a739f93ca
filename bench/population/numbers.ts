import type { Random } from '../../local/seed/random.ts'
import { mix } from './mix.ts'

// Two people never share a number: serials are carried one to one onto numbers by a multiplication, modulo a number
// that has no factor in common with it.
/** Serials are below this, for an NHS number has so many first eight digits in the ranges in use. */
export const serialCount = 30_000_000
const nhsFactor = 17_320_507
const phoneCount = 700_000_000
const phoneFactor = 265_371_653

// Else the first of all would have a number of noughts.
const start = 1_234_567

const scattered = (serial: number, factor: number, modulus: number): number =>
  ((serial + start) * factor) % modulus

/** The digit that makes the weighted sum a multiple of eleven; ten is never issued. */
const checkDigit = (nine: string): number => {
  let sum = 0
  for (let at = 0; at < 9; at += 1) sum += (nine.charCodeAt(at) - 48) * (10 - at)
  return (11 - (sum % 11)) % 11
}

/** @see NHS Data Model and Dictionary, NHS NUMBER: numbers of England begin with 4, 6 or 7. */
export const nhsNumberOf = (serial: number): string => {
  const eight = scattered(serial, nhsFactor, serialCount)
  const first = '467'.charAt(Math.floor(eight / 10_000_000))
  const seven = String(eight % 10_000_000).padStart(7, '0')
  const ninth = mix(serial) % 10
  for (const last of [ninth, (ninth + 1) % 10]) {
    const nine = `${first}${seven}${last}`
    const check = checkDigit(nine)
    if (check < 10) return `${nine}${check}`
  }
  return ''
}

export const mobileOf = (serial: number): string => {
  const number = scattered(serial, phoneFactor, phoneCount)
  const first = '1345789'.charAt(Math.floor(number / 100_000_000))
  return `07${first}${String(number % 100_000_000).padStart(8, '0')}`
}

export const anyMobile = (random: Random): string => mobileOf(random.between(0, phoneCount - 1))

export const anyLandline = (random: Random): string =>
  `01${random.between(200_000_000, 999_999_999)}`

const idOf = (letter: string, seed: number, serial: number): string =>
  letter +
  mix(serial ^ mix(seed))
    .toString(16)
    .padStart(8, '0')

/** Ids tell nothing: neither who lives together nor who is whose subject. */
export const registerId = (seed: number, serial: number): string => idOf('a', seed, serial)
export const queryId = (seed: number, index: number): string => idOf('b', ~seed, index)
