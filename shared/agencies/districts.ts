/** Numbers of codes of districts (`E07`): one, or from and to. */
type Numbers = readonly (number | readonly [number, number])[]

/**
 * Districts by their county, those of counties that have ended included, since 2009: a district answers for no child, its county does.
 * @see ONS, Register of Geographic Codes; Lower Tier Local Authority to Upper Tier Local Authority lookups
 */
const districtsOf: Readonly<Record<string, Numbers>> = {
  E10000002: [[4, 7]],
  E10000003: [[8, 12]],
  E10000006: [[26, 31]],
  E10000007: [[32, 39]],
  E10000008: [[40, 47]],
  E10000009: [[48, 53]],
  E10000011: [[61, 65]],
  E10000012: [[66, 77]],
  E10000013: [[78, 83]],
  E10000014: [[84, 94]],
  E10000015: [
    [95, 104],
    [240, 243],
  ],
  E10000016: [[105, 116]],
  E10000017: [[117, 128]],
  E10000018: [[129, 135]],
  E10000019: [[136, 142]],
  E10000020: [[143, 149]],
  E10000021: [[150, 156]],
  E10000023: [[163, 169]],
  E10000024: [[170, 176]],
  E10000025: [[177, 181]],
  E10000027: [[187, 191], 246],
  E10000028: [[192, 199]],
  E10000029: [[200, 206], 244, 245],
  E10000030: [[207, 217]],
  E10000031: [[218, 222]],
  E10000032: [[223, 229]],
  E10000034: [[234, 239]],
}

const numbersIn = (numbers: Numbers): readonly number[] =>
  numbers.flatMap((one) =>
    typeof one === 'number'
      ? [one]
      : Array.from({ length: one[1] - one[0] + 1 }, (_, at) => one[0] + at),
  )

const counties: ReadonlyMap<string, string> = new Map(
  Object.entries(districtsOf).flatMap(([county, numbers]) =>
    numbersIn(numbers).map((number) => [`E07${String(number).padStart(6, '0')}`, county]),
  ),
)

/** The county of a district; of any other code none. */
export const countyOf = (district: string): string | undefined => counties.get(district)
