// Numbers that nobody has. Each is found from the serial of its holder: two people never share one, and whoever comes
// after a range is used up has none, so in a register of millions the share of people with a number falls.

/** Serials of people whom no register knows begin here. */
export const firstStrangerSerial = 20_000_000

type Range = { readonly first: number; readonly count: number; readonly factor: number }

// Else the first of all would have a number of noughts.
const start = 1_234_567

/** One to one, as long as the factor has no divisor in common with the count; neighbours do not look alike. */
const placeIn = (serial: number, { first, count, factor }: Range): number =>
  first + (((serial + start) * factor) % count)

/** Of the range 999: a hundred thousand openings of five digits, each with nine sixth digits that have a check digit. */
const registeredNhsNumbers: Range = { first: 0, count: 800_000, factor: 387_401 }
const nhsNumbersOfStrangers: Range = { first: 800_000, count: 91_000, factor: 1 }

/**
 * NHS numbers of the range 999, which is for tests and never issued. The check digit makes the weighted sum a multiple
 * of eleven; where it would be ten there is no number, which leaves out one sixth digit at most. @see NHS Digital, test data
 */
const nhsNumberAt = (place: number): string => {
  const five = String(Math.floor(place / 9)).padStart(5, '0')
  // 9 × 10 + 9 × 9 + 9 × 8, and the five with their weights.
  const sum = [...five].reduce((total, digit, at) => total + Number(digit) * (7 - at), 243)
  const without = ((((1 - sum) * 6) % 11) + 11) % 11
  const sixth = (place % 9) + (place % 9 >= without ? 1 : 0)
  return `999${five}${sixth}${(11 - ((sum + sixth * 2) % 11)) % 11}`
}

/** The person's NHS number; empty where the range is used up. */
export const nhsNumberOf = (serial: number): string => {
  if (serial >= firstStrangerSerial) return nhsNumberAt(placeIn(serial, nhsNumbersOfStrangers))
  const isInRange = serial < registeredNhsNumbers.count
  return isInRange ? nhsNumberAt(placeIn(serial, registeredNhsNumbers)) : ''
}

/** What Ofcom keeps for drama, a thousand of each: mobiles, those of no place, those of fifteen areas. @see Ofcom, numbers for drama */
export const dramaPrefixes = [
  ...['07700 900', '01632 960', '0113 496 0', '0114 496 0', '0115 496 0', '0116 496 0'],
  ...['0117 496 0', '0118 496 0', '0121 496 0', '0131 496 0', '0141 496 0', '0151 496 0'],
  ...['0161 496 0', '0191 498 0', '020 7946 0', '028 9649 6', '029 2018 0'],
] as const

const telephoneAt = (place: number): string =>
  `${dramaPrefixes[Math.floor(place / 1000)] ?? ''}${String(place % 1000).padStart(3, '0')}`

// The last fifty of the first two ranges are left to people written by hand, the last two ranges to strangers.
const mobiles: Range = { first: 0, count: 950, factor: 619 }
const ofNoPlace: Range = { first: 1000, count: 950, factor: 619 }
const ofAreas: Range = { first: 2000, count: 13_000, factor: 6_197 }
const telephonesOfStrangers: Range = { first: 15_000, count: 2000, factor: 1 }

/** The person's own telephone number; empty where the ranges are used up. */
export const telephoneOf = (serial: number): string => {
  if (serial >= firstStrangerSerial) return telephoneAt(placeIn(serial, telephonesOfStrangers))
  let before = 0
  for (const range of [mobiles, ofNoPlace, ofAreas]) {
    if (serial < before + range.count) return telephoneAt(placeIn(serial - before, range))
    before += range.count
  }
  return ''
}
