import { isAtHome } from '../comparisons/at-home.ts'
import type { Findings } from '../comparisons/comparisons.ts'
import { holdsAt } from '../comparisons/holds-at.ts'
import type { PersonFeatures } from '../normalise/person-features.ts'
import { phoneticCode } from '../text/phonetic-code.ts'
import type { Crowd } from './crowd.ts'
import type { PairScore } from './score-pair.ts'
import { roundedBits } from './weights.ts'

type Scored = PairScore & { readonly features: PersonFeatures }

/** Fewer say no less of each: a home of two or three is what the weights were counted on. */
const fewest = 3
/** So many who are not related are not one household. */
const many = 4

const isHeld: Readonly<Record<Crowd['comparison'], (findings: Findings) => boolean>> = {
  address: ({ address }) => holdsAt(isAtHome, address) || address === 'building',
  phone: ({ phone }) => phone === 'same',
  email: ({ email }) => email === 'same',
}
const held = ['address', 'phone', 'email'] as const

/** What only people of one family have in common, or one human entered twice: a family name as it sounds, a child, an adult, a number. */
const tiesOf = ({ names, children, identifiers, ofChild }: PersonFeatures): readonly string[] => [
  ...names.flatMap(({ families }) => families.map((family) => `name ${phoneticCode(family)}`)),
  ...identifiers.map((number) => `number ${number}`),
  ...children.flatMap(({ name, dateOfBirth }) =>
    dateOfBirth?.digits === undefined || name?.givens[0] === undefined
      ? []
      : [`child ${dateOfBirth.digits} ${name.givens[0]}`],
  ),
  ...(ofChild?.adults ?? []).flatMap((adult) =>
    adult.dateOfBirth?.digits === undefined
      ? []
      : adult.names.map(({ givens }) => `adult ${adult.dateOfBirth?.digits} ${givens[0]}`),
  ),
]

/** How many families the people are of: those with a tie, directly or through others, are of one. */
const familiesAmong = (people: readonly PersonFeatures[]): number => {
  let families: readonly ReadonlySet<string>[] = []
  for (const person of people) {
    const ties = tiesOf(person)
    const related = families.filter((family) => ties.some((tie) => family.has(tie)))
    const whole = new Set([...ties, ...related.flatMap((family) => [...family])])
    families = [...families.filter((family) => !related.includes(family)), whole]
  }
  return families.length
}

const crowdsIn = (scored: readonly Scored[]): readonly Crowd[] =>
  held.flatMap((comparison) => {
    const holders = scored.filter(({ findings }) => isHeld[comparison](findings))
    if (holders.length < fewest) return []
    const count = familiesAmong(holders.map(({ features }) => features))
    return count < fewest
      ? []
      : [{ comparison, holders: count, bits: -roundedBits(Math.log2(count)) }]
  })

/**
 * The scores less what they owe to a home, a telephone or a mailbox that others hold too. Held by n who are not related it
 * is n times likelier to agree by chance, with a stranger and with somebody of the household alike. A family of one name,
 * or with children in common, counts once.
 */
export const withCrowds = <One extends Scored>(scored: readonly One[]): readonly One[] => {
  const crowds = crowdsIn(scored)
  if (crowds.length === 0) return scored
  return scored.map((one) => {
    const own = crowds.filter(({ comparison }) => isHeld[comparison](one.findings))
    const bits = own.reduce((sum, crowd) => sum + crowd.bits, 0)
    return own.length === 0
      ? one
      : {
          ...one,
          weight: one.weight + bits,
          householdWeight: one.householdWeight + bits,
          crowds: own,
        }
  })
}

const agreesWell: ReadonlySet<string | undefined> = new Set([
  'exact',
  'nickname',
  'barrel',
  'close',
])
const isSlip: ReadonlySet<string | undefined> = new Set(['exact', 'day-month-swapped', 'one-edit'])

/** Name and whole date of birth agree, one of them to the letter. */
const isNamedAndDated = (findings: Findings): boolean => {
  const { 'given-name': given, 'family-name': family, 'date-of-birth': date } = findings
  if (given === 'exact' && family === 'exact') return isSlip.has(date)
  return date === 'exact' && agreesWell.has(given) && agreesWell.has(family)
}

const isOfSameAdults = ({ adults }: Findings): boolean =>
  adults === 'two-adults' || adults === 'full-name-and-date'

/**
 * Whether what agrees is chiefly a crowd's: many unrelated people hold the home, or the telephone or mailbox where no home
 * agrees, and neither a number nor name and whole date of birth are the person's own.
 */
export const isSharedByMany = ({ findings, crowds = [] }: PairScore): boolean => {
  const large = crowds.filter(({ holders }) => holders >= many)
  if (large.length === 0 || findings.identifier === 'same') return false
  if (isNamedAndDated(findings) || isOfSameAdults(findings)) return false
  return large.some(({ comparison }) => comparison === 'address') || !isHeld.address(findings)
}
