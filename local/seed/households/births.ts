import { daysFrom } from '../calendar.ts'
import type { Random } from '../random.ts'

/** One child to come or born: exactly one of the two days. */
export type Birth =
  | { readonly kind: 'born'; readonly dateOfBirth: string }
  | { readonly kind: 'unborn'; readonly expectedDateOfDelivery: string }

const childhoodDays = 6_500
// Two births of one mother lie at least this far apart, unless they are one.
const leastSpacing = 300
const twinShare = 0.03

/** Days ago on which one mother's children were born, newest first; twins share a day. */
const makeAges = (random: Random, count: number): readonly number[] => {
  const ages = [random.between(10, childhoodDays)]
  while (ages.length < count) {
    const last = ages.at(-1) ?? 0
    const next = random.chance(twinShare) ? last : last + leastSpacing + random.between(0, 1200)
    if (next > childhoodDays) break
    ages.push(next)
  }
  return ages
}

/** The children of one household, oldest first. Whoever is expected comes within forty weeks (CIN rule 8606). */
export const makeBirths = (
  random: Random,
  today: Date,
  {
    least,
    most,
    mayExpect,
  }: {
    readonly least: number
    readonly most: number
    readonly mayExpect: boolean
  },
): readonly Birth[] => {
  const isExpecting = mayExpect && random.chance(0.07)
  const unborn: Birth[] = isExpecting
    ? [{ kind: 'unborn', expectedDateOfDelivery: daysFrom(today, random.between(5, 270)) }]
    : []
  if (isExpecting && random.chance(0.5)) return unborn
  const count = Math.max(least, 1 + Math.floor(random.fraction() ** 2 * most))
  const ages = makeAges(random, count).filter((days) => !isExpecting || days > leastSpacing)
  const born = ages.map((days): Birth => ({ kind: 'born', dateOfBirth: daysFrom(today, -days) }))
  return [...born.toReversed(), ...unborn]
}
