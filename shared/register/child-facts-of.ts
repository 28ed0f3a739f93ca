import type { AdultOfChild, ChildFacts } from '../matching/child-facts.ts'
import { isAtHome } from './home.ts'
import type { StoredChild } from './stored.ts'

type ChildRecord = Pick<StoredChild, 'child' | 'adults' | 'adultEvidence'>

const adultsOf = ({ adults, adultEvidence }: ChildRecord): AdultOfChild[] =>
  adultEvidence.map(({ adultId, names, dateOfBirth }) => ({
    names,
    dateOfBirth,
    relationship: adults.find((one) => one.adultId === adultId)?.relationship,
  }))

/**
 * The child as it may be searched for and compared, with every adult who is evidence of it. While it or an adult of its
 * home is hidden, no address finds it or weighs for it (X2).
 */
export const childFactsOf = (record: ChildRecord): ChildFacts => {
  const { child, adultEvidence } = record
  const hides =
    child.restricted.address ||
    adultEvidence.some(({ adultId, isHidden }) => isHidden && isAtHome(record, adultId))
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
    adults: adultsOf(record),
  }
}
