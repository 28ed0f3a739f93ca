import type { AuthorityCode } from '../../../shared/agencies/authorities.ts'
import { ageOn } from '../calendar.ts'
import type { Issuer } from '../issuer.ts'
import { cultures } from '../names.ts'
import type { Random } from '../random.ts'
import type { AdultInput, Household } from '../seed-types.ts'
import { type Birth, makeBirths } from './births.ts'
import { type FamilyKind, familyKinds } from './family-kinds.ts'
import { makeFamilyNames } from './family-names.ts'
import { makeHomes } from './homes.ts'
import { makeAdult, type Setting } from './make-adult.ts'
import { makeChild, makeStatus } from './make-child.ts'

const authorityShares: readonly { readonly share: number; readonly code: AuthorityCode }[] = [
  { share: 42, code: 'E06000991' },
  { share: 33, code: 'E08000992' },
  { share: 25, code: 'E10000993' },
]

const agesOf = (births: readonly Birth[], today: Date): readonly number[] =>
  births.map((birth) => (birth.kind === 'born' ? ageOn(birth.dateOfBirth, today) : 0))

/** Adults who live apart have a home of their own; those together share theirs with the children. */
const makeAdults = (
  setting: Setting,
  kind: FamilyKind,
  authority: AuthorityCode,
): readonly AdultInput[] =>
  kind.members.map((member) => {
    const homes = member.isApart
      ? makeHomes(setting.random, authority, setting.today)
      : setting.homes
    return makeAdult(setting, member, homes)
  })

/** The same people as another authority has recorded them: its own ids, and what it was told of where they live. */
const recordedElsewhere = (
  setting: Setting,
  adults: readonly AdultInput[],
): readonly AdultInput[] =>
  adults.map((adult) => ({
    ...adult,
    id: setting.issuer.adultId(),
    names: adult.names.slice(0, 1),
    phones: [],
    livesWithChild: 'NO',
    previousRemoval: true,
  }))

/** One household of the register: its kind, its people and the children who depend on them. */
export const makeHousehold = (random: Random, issuer: Issuer, today: Date): Household => {
  const { code: authority } = random.weighted(authorityShares)
  const kind = random.weighted(familyKinds)
  const culture = random.weighted(cultures)
  const hasMother = kind.members.some(({ as, isApart }) => as === 'MOTHER' && !isApart)
  const births = makeBirths(random, today, {
    least: kind.isAcrossBoundary ? 2 : 1,
    most: kind.mostChildren,
    mayExpect: hasMother && !kind.isAcrossBoundary,
  })
  const setting: Setting = {
    random,
    issuer,
    today,
    culture,
    families: makeFamilyNames(random, culture),
    homes: makeHomes(random, authority, today),
    oldest: Math.max(...agesOf(births, today)),
    landline: random.chance(0.15) ? issuer.landline() : undefined,
  }
  const adults = makeAdults(setting, kind, authority)
  const care = {
    status: makeStatus(setting, kind),
    isAddressRestricted: random.chance(0.05),
    taken: new Set<string>(),
  }
  const other = random.pick(authorityShares.filter(({ code }) => code !== authority)).code
  const elsewhere = kind.isAcrossBoundary ? recordedElsewhere(setting, adults) : []
  const children = births.map((birth, at) =>
    kind.isAcrossBoundary && at === 0
      ? makeChild({ ...setting, homes: [] }, birth, {
          ...care,
          authority: other,
          status: 'LOOKED_AFTER',
          adults: elsewhere,
        })
      : makeChild(setting, birth, { ...care, authority, adults }),
  )
  return { children }
}
