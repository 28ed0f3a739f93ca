import {
  eastvale,
  type LocalCode,
  localCodes,
  northmoor,
  westmarch,
} from '../../../infra/stages/local.ts'
import { ageOn, isoOf } from '../../people/calendar.ts'
import { makeChildren } from '../../people/children.ts'
import { lineOfChildren, namesOfCouple } from '../../people/family-names.ts'
import { telephoneOf } from '../../people/invented-numbers.ts'
import { drawHabit } from '../../people/names/origins.ts'
import type { Born, Person } from '../../people/people-types.ts'
import type { Random } from '../../people/random.ts'
import type { Issuer } from '../issuer.ts'
import { makeHomes } from '../places.ts'
import type { AdultInput, Household } from '../seed-types.ts'
import { makeBirths } from './births.ts'
import { type FamilyKind, familyKinds } from './family-kinds.ts'
import { makeGrown, recordAdult, type Setting } from './make-adult.ts'
import { makeStatus, type Offspring, recordChild } from './make-child.ts'

const shares: Readonly<Record<LocalCode, number>> = {
  [westmarch]: 42,
  [northmoor]: 33,
  [eastvale]: 25,
}
const authorityShares = localCodes.map((code) => ({ share: shares[code], code }))

// Families known to social care are of every name origin that the demo should show, oftener than in the country.
const minorityShare = 0.42
// Fewer of their parents are married, and more of the children bear both names.
const barrelledMore = 2

type Member = FamilyKind['members'][number]
type Adult = { readonly member: Member; readonly person: Person }

/**
 * Adults who live apart have a home of their own; those together share theirs with the children. Of three
 * adults only the current homes are recorded, which keeps their child within one transaction's writes.
 */
const recordAdults = (
  setting: Setting,
  adults: readonly Adult[],
  authority: LocalCode,
): readonly AdultInput[] =>
  adults.map((adult) => {
    const homes = adult.member.isApart
      ? makeHomes(setting.random, authority, setting.today)
      : setting.homes
    return recordAdult(setting, adult, adults.length > 2 ? homes.slice(0, 1) : homes)
  })

const bornOf = (setting: Setting, adults: readonly Adult[], births: readonly Born[]) => {
  const { random, habit, names, issuer } = setting
  const [mother, father] = (['MOTHER', 'FATHER'] as const).map(
    (as) => adults.find(({ member }) => member.as === as)?.person,
  )
  const line = lineOfChildren(random, habit, { mother, father, line: names.line })
  const family = { random, habit, mother, father, line }
  return makeChildren(family, births, issuer.serials(births.length))
}

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

const makeSetting = (
  { random, issuer, today }: Pick<Setting, 'random' | 'issuer' | 'today'>,
  authority: LocalCode,
  births: readonly Born[],
): Setting => {
  const drawn = drawHabit(random, minorityShare)
  const habit = { ...drawn, barrelShare: drawn.barrelShare * barrelledMore }
  return {
    random,
    issuer,
    today,
    habit,
    names: namesOfCouple(random, habit),
    homes: makeHomes(random, authority, today),
    oldest: Math.max(0, ...births.map((born) => ageOn(isoOf(born), today))),
    landline: random.chance(0.15) ? telephoneOf(issuer.serials(1)) || undefined : undefined,
  }
}

/** One household of the register: its kind, its people and the children who depend on them. */
export const makeHousehold = (random: Random, issuer: Issuer, today: Date): Household => {
  const { code: authority } = random.weighted(authorityShares)
  const kind = random.weighted(familyKinds)
  const hasMother = kind.members.some(({ as, isApart }) => as === 'MOTHER' && !isApart)
  const { born, due } = makeBirths(random, today, {
    least: kind.isAcrossBoundary ? 2 : 1,
    most: kind.mostChildren,
    mayExpect: hasMother && !kind.isAcrossBoundary,
  })
  const setting = makeSetting({ random, issuer, today }, authority, born)
  const grown = kind.members.map((member) => ({ member, person: makeGrown(setting, member) }))
  const adults = recordAdults(setting, grown, authority)
  const status = makeStatus(setting, kind)
  const care = { status, isAddressRestricted: random.chance(0.05), authority, adults }
  const other = random.pick(authorityShares.filter(({ code }) => code !== authority)).code
  const elsewhere = kind.isAcrossBoundary ? recordedElsewhere(setting, adults) : []
  const offspring: readonly Offspring[] = [
    ...bornOf(setting, grown, born).map((person) => ({ person })),
    ...(due === undefined ? [] : [{ due }]),
  ]
  const children = offspring.map((child, at) =>
    kind.isAcrossBoundary && at === 0
      ? recordChild({ ...setting, homes: [] }, child, {
          ...care,
          authority: other,
          status: 'LOOKED_AFTER',
          adults: elsewhere,
        })
      : recordChild(setting, child, care),
  )
  return { children }
}
