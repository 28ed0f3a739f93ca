import type { AdultId } from '../kernel/ids.ts'
import { present } from '../kernel/present.ts'
import type { RelatedAdult } from './child.ts'
import type { Relation } from './stored.ts'

export type ToldRelation = { readonly adultId: AdultId; readonly told: RelatedAdult }

type YesNo = Relation['livesWithChild']

const fuller = (told: YesNo, known: YesNo | undefined): YesNo =>
  told === 'UNKNOWN' ? (known ?? told) : told

/** A relationship told without an end is in force, whatever was told of it before. */
const mergeRelation = ({ adultId, told }: ToldRelation, known: Relation | undefined): Relation => ({
  adultId,
  relationship: told.relationship,
  ...present({
    relationshipStartedOn: told.relationshipStartedOn ?? known?.relationshipStartedOn,
    relationshipEndedOn: told.relationshipEndedOn,
  }),
  parentalResponsibility: fuller(told.parentalResponsibility, known?.parentalResponsibility),
  livesWithChild: fuller(told.livesWithChild, known?.livesWithChild),
})

/** Every adult named before, in the same order, then those named for the first time: whoever is not named stays. */
export const mergeRelations = (
  told: readonly ToldRelation[],
  known: readonly Relation[],
): Relation[] => {
  const again = known.map((relation) => {
    const one = told.find(({ adultId }) => adultId === relation.adultId)
    return one === undefined ? relation : mergeRelation(one, relation)
  })
  const first = told.filter(({ adultId }) => !known.some((one) => one.adultId === adultId))
  return [...again, ...first.map((one) => mergeRelation(one, undefined))]
}

/** Whether the relationship is in force on a day, an ISO date in London. */
export const isInForce = (
  { relationshipEndedOn: endedOn }: Pick<Relation, 'relationshipEndedOn'>,
  today: string,
): boolean => endedOn === undefined || today < endedOn

/**
 * What was known before an adoption is recorded. Who lived with the child then does so no longer, unless it is told again:
 * whoever lives with an adopted child is taken for who adopted it.
 */
export const beforeAdoption = (known: readonly Relation[]): Relation[] =>
  known.map((relation) =>
    relation.livesWithChild === 'YES' ? { ...relation, livesWithChild: 'UNKNOWN' } : relation,
  )
