import { isHidden } from './findable.ts'
import { type AdultEvidence, isAdopted, type StoredAdult, type StoredChild } from './stored.ts'

type ChildRecord = Pick<StoredChild, 'child' | 'adults'>
type AdultRecord = Pick<StoredAdult, 'adultId' | 'person' | 'restricted' | 'children'>

const evidenceOf = (adult: AdultRecord): AdultEvidence => {
  const { adultId, person } = adult
  const { dateOfBirth } = person
  return {
    adultId,
    names: person.names.map(({ given, family }) => ({ given, family })),
    ...(dateOfBirth !== undefined && { dateOfBirth }),
    isHidden: isHidden(adult),
  }
}

/** Of an adopted child only those who live with it: it is never found through a birth parent (policy §1.2). */
const countedAdults = ({ child, adults }: ChildRecord) =>
  isAdopted(child) ? adults.filter(({ livesWithChild }) => livesWithChild === 'YES') : adults

/** What a child's adults are evidence of, in the order of the child's record; `adults` are their records now. */
export const adultEvidenceOf = (
  record: ChildRecord,
  adults: readonly AdultRecord[],
): AdultEvidence[] =>
  countedAdults(record).flatMap(({ adultId }) =>
    adults.filter((adult) => adult.adultId === adultId).map(evidenceOf),
  )

/** Whether an adult is the same evidence of their children as before, so that the children's records stay as they are. */
export const isSameEvidence = (before: AdultRecord, after: AdultRecord): boolean =>
  JSON.stringify(evidenceOf(before)) === JSON.stringify(evidenceOf(after))
