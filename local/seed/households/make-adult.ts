import { daysFrom, yearsInDays } from '../calendar.ts'
import type { Issuer } from '../issuer.ts'
import type { NameCulture } from '../names/name-culture.ts'
import type { Random } from '../random.ts'
import type { AddressInput, AdultInput } from '../seed-types.ts'
import { makeAdultNames } from './adult-names.ts'
import type { FamilyKind } from './family-kinds.ts'
import type { FamilyNames } from './family-names.ts'

type Member = FamilyKind['members'][number]

/** What everybody of one household has in common. */
export type Setting = {
  readonly random: Random
  readonly issuer: Issuer
  readonly today: Date
  readonly culture: NameCulture
  readonly families: FamilyNames
  readonly homes: readonly AddressInput[]
  /** Age in years of the oldest child, which bounds the ages of the adults. */
  readonly oldest: number
  readonly landline: string | undefined
}

const agesOver: Readonly<Partial<Record<Member['as'], readonly [number, number]>>> = {
  GRANDPARENT: [38, 62],
  CARER: [28, 58],
  SIBLING: [3, 9],
  FATHER: [18, 44],
}

/** Full for nearly everybody; otherwise the month or the year alone, never an invented first of January. */
const makeBirth = ({ random, today, oldest }: Setting, { as }: Member): string => {
  const [least, most] = agesOver[as] ?? [17, 38]
  const years = Math.max(18, oldest + random.between(least, most))
  const born = daysFrom(today, -yearsInDays(years) - random.between(1, 360))
  if (born.endsWith('-01-01') || random.chance(0.02)) return born.slice(0, 4)
  return random.chance(0.02) ? born.slice(0, 7) : born
}

const familyNamesOf = ({ families, random, culture }: Setting, { as, sex }: Member) => {
  if (as === 'MOTHER') return { family: families.mother, formerFamily: families.mothersMaiden }
  if (as === 'FATHER') return { family: families.father, formerFamily: families.father }
  if (as === 'GRANDPARENT' || as === 'SIBLING')
    return { family: families.mothersMaiden, formerFamily: families.mothersMaiden }
  const list = (sex === 'F' ? culture.familiesOfWomen : undefined) ?? culture.families
  const family = random.favour(list)
  return { family, formerFamily: family }
}

const mailbox = (name: string): string =>
  name
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^a-z]/g, '')

const contactsOf = (
  { random, issuer, landline }: Setting,
  id: string,
  { given = '', isApart }: { readonly given?: string | undefined; readonly isApart: boolean },
): Pick<AdultInput, 'nhsNumbers' | 'phones' | 'emails'> => {
  const nhsNumber = random.chance(0.72) ? issuer.nhsNumber() : undefined
  const mobile = random.chance(0.6) ? issuer.mobile() : undefined
  const home = isApart ? undefined : landline
  const emails = random.chance(0.3) ? [`${mailbox(given)}.${id.slice(-5)}@example.org`] : []
  return {
    nhsNumbers: [nhsNumber].filter((number) => number !== undefined),
    phones: [mobile, home].filter((number) => number !== undefined),
    emails,
  }
}

/** One adult of a household, with what a register would know of them: never quite everything. */
export const makeAdult = (
  setting: Setting,
  member: Member,
  homes: readonly AddressInput[],
): AdultInput => {
  const { random, issuer, culture } = setting
  const id = issuer.adultId()
  const names = makeAdultNames(random, {
    culture,
    sex: member.sex,
    ...familyNamesOf(setting, member),
  })
  const isApart = member.isApart === true
  return {
    id,
    names,
    ...(!random.chance(0.03) && { dateOfBirth: makeBirth(setting, member) }),
    sex: member.sex,
    addresses: [...homes],
    ...contactsOf(setting, id, { given: names[0]?.given, isApart }),
    relationship: member.as,
    parentalResponsibility:
      member.parentalResponsibility ?? (member.as === 'SIBLING' ? 'NO' : 'YES'),
    livesWithChild: isApart ? 'NO' : 'YES',
    previousRemoval: member.previousRemoval === true || random.chance(0.04),
  }
}
