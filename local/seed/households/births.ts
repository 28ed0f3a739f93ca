import { bornOn, daysFrom } from '../../people/calendar.ts'
import type { Born } from '../../people/people-types.ts'
import type { Random } from '../../people/random.ts'

/** The children of one household: days of birth, oldest first, and the day on which one is expected. */
export type Births = { readonly born: readonly Born[]; readonly due: string | undefined }

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

/** Whoever is expected comes within forty weeks (CIN rule 8606). */
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
): Births => {
  const isExpecting = mayExpect && random.chance(0.07)
  const due = isExpecting ? daysFrom(today, random.between(5, 270)) : undefined
  if (isExpecting && random.chance(0.5)) return { born: [], due }
  const count = Math.max(least, 1 + Math.floor(random.fraction() ** 2 * most))
  const ages = makeAges(random, count).filter((days) => !isExpecting || days > leastSpacing)
  return { born: ages.toReversed().map((days) => bornOn(daysFrom(today, -days))), due }
}
