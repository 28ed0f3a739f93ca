import type { AuthorityCode } from '../../../shared/agencies/authorities.ts'
import { daysFrom } from '../calendar.ts'
import { makeAddress } from '../places.ts'
import type { Random } from '../random.ts'
import type { AddressInput } from '../seed-types.ts'

/** Where a household lives and, for one in three, where it lived before: the current home first. */
export const makeHomes = (
  random: Random,
  authority: AuthorityCode,
  today: Date,
): AddressInput[] => {
  const home = makeAddress(random, authority)
  if (!random.chance(0.35)) return [home]
  const movedOn = daysFrom(today, -random.between(20, 1500))
  const former = makeAddress(random, authority)
  const since = daysFrom(today, -random.between(1501, 4000))
  return [
    { ...home, from: movedOn },
    { ...former, from: since, to: movedOn },
  ]
}
