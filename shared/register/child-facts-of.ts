import type { AdultId } from '../kernel/ids.ts'
import type { AdultOfChild, ChildFacts } from '../matching/child-facts.ts'
import { isHidden } from './findable.ts'
import { isAtHome } from './home.ts'
import { isAdopted, type StoredAdult, type StoredChild } from './stored.ts'

type ChildRecord = Pick<StoredChild, 'child' | 'adults'>
type AdultRecord = Pick<StoredAdult, 'adultId' | 'person' | 'restricted' | 'children'>

/** Of an adopted child only those who live with it: it is never found through a birth parent (policy §1.2). */
const countedAdults = ({ child, adults }: ChildRecord) =>
  isAdopted(child) ? adults.filter(({ livesWithChild }) => livesWithChild === 'YES') : adults

/**
 * The child as it may be searched for and compared, by what stands of its adults now. While it or an adult of its home is
 * hidden, no address finds it or weighs for it (X2).
 */
export const childFactsOf = (record: ChildRecord, adults: readonly AdultRecord[]): ChildFacts => {
  const { child } = record
  const known = new Map<AdultId, AdultRecord>(adults.map((adult) => [adult.adultId, adult]))
  const hides =
    child.restricted.address ||
    adults.some((adult) => isAtHome(record, adult.adultId) && isHidden(adult))
  return {
    names: [...(child.name === undefined ? [] : [child.name]), ...child.alsoKnownAs],
    dateOfBirth: child.dateOfBirth,
    expectedDateOfDelivery: child.expectedDateOfDelivery,
    sex: child.sex,
    nhsNumbers: [
      ...(child.nhsNumber === undefined ? [] : [child.nhsNumber]),
      ...child.formerNhsNumbers,
    ],
    addresses: hides ? [] : child.addresses,
    adults: countedAdults(record).flatMap(({ adultId, relationship }): AdultOfChild[] => {
      const person = known.get(adultId)?.person
      return person === undefined
        ? []
        : [{ names: person.names, dateOfBirth: person.dateOfBirth, relationship }]
    }),
  }
}

/** Whether an adult is the same evidence of their children as before, so that the children's keys stay as they are. */
export const isSameEvidence = (before: AdultRecord, after: AdultRecord): boolean =>
  isHidden(before) === isHidden(after) &&
  before.person.dateOfBirth === after.person.dateOfBirth &&
  JSON.stringify(before.person.names.map(({ given, family }) => [given, family])) ===
    JSON.stringify(after.person.names.map(({ given, family }) => [given, family]))
