import { countyOf } from './districts.ts'

/** One day on which codes ended: each of `ended` was taken over by all of `by`, in parts where these are several. */
type Change = {
  readonly on: string
  readonly ended: readonly string[]
  readonly by: readonly string[]
}

const district = (number: number): string => `E07${String(number).padStart(6, '0')}`
const districts = (...numbers: readonly number[]): readonly string[] => numbers.map(district)

/**
 * Codes of England that ended since 2013, with what stands in their place. The parts of a county that was divided are told apart by its districts.
 * @see ONS, Code History Database (Changes.csv, ChangeHistory.csv): OPER_DATE, TERM_DATE
 */
const changes: readonly Change[] = [
  { on: '2013-04-01', ended: ['E06000048'], by: ['E06000057'] },
  { on: '2013-04-01', ended: ['E08000020'], by: ['E08000037'] },
  { on: '2019-04-01', ended: ['E06000028', 'E06000029', district(48)], by: ['E06000058'] },
  { on: '2019-04-01', ended: districts(49, 50, 51, 52, 53), by: ['E06000059'] },
  // Christchurch left Dorset on the day on which it ended.
  { on: '2019-04-01', ended: ['E10000009'], by: ['E06000058', 'E06000059'] },
  { on: '2020-04-01', ended: ['E10000002', ...districts(4, 5, 6, 7)], by: ['E06000060'] },
  { on: '2021-04-01', ended: districts(150, 152, 153, 156), by: ['E06000061'] },
  { on: '2021-04-01', ended: districts(151, 154, 155), by: ['E06000062'] },
  { on: '2021-04-01', ended: ['E10000021'], by: ['E06000061', 'E06000062'] },
  { on: '2023-04-01', ended: districts(26, 28, 29), by: ['E06000063'] },
  { on: '2023-04-01', ended: districts(27, 30, 31), by: ['E06000064'] },
  { on: '2023-04-01', ended: ['E10000006'], by: ['E06000063', 'E06000064'] },
  {
    on: '2023-04-01',
    ended: ['E10000023', ...districts(163, 164, 165, 166, 167, 168, 169)],
    by: ['E06000065'],
  },
  {
    on: '2023-04-01',
    ended: ['E10000027', ...districts(187, 188, 189, 190, 191, 246)],
    by: ['E06000066'],
  },
  { on: '2025-04-01', ended: ['E08000016'], by: ['E08000038'] },
  { on: '2025-04-01', ended: ['E08000019'], by: ['E08000039'] },
]

const endings: ReadonlyMap<string, Change> = new Map(
  changes.flatMap((change) => change.ended.map((code) => [code, change])),
)

const inPlaceOf = (code: string, day: string): readonly string[] | undefined => {
  const change = endings.get(code)
  if (change !== undefined && change.on <= day) return change.by
  const county = countyOf(code)
  return county === undefined ? undefined : [county]
}

/**
 * Codes that answer for children on this day where this one is said: itself where it has not ended, as far as is known; its
 * successor; of a district its county; several where it was divided, so that nobody but a person can say which.
 */
export const answeringFor = (code: string, day: string): readonly string[] =>
  (inPlaceOf(code, day) ?? []).length === 0
    ? [code]
    : [...new Set(inPlaceOf(code, day)?.flatMap((next) => answeringFor(next, day)))]

/** Whether it is a code of a district, which answers for no child. */
const isDistrict = (code: string): boolean => code.startsWith('E07')

/** Whether it answered for children until a day, by this history. */
export const hasEnded = (code: string): boolean => endings.has(code) && !isDistrict(code)

/**
 * The code under which the place of a code was answered for on a day, earlier or later; undefined where it cannot be told:
 * the place was divided since, or is made of several.
 */
export const codeOn = (code: string, day: string): string | undefined => {
  const [later, ...others] = answeringFor(code, day)
  if (later === undefined || others.length > 0) return undefined
  const before = changes.filter(({ on, by }) => on > day && by.includes(later))
  const former = new Set(before.flatMap(({ ended }) => ended.filter((one) => !isDistrict(one))))
  if (former.size === 0) return later
  const [only, ...more] = former
  return only === undefined || more.length > 0 ? undefined : codeOn(only, day)
}
