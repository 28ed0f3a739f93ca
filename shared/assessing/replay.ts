// Makes stored decisions again from what was recorded with them, and says where record and policy part.
import { londonDay } from '../calendar/london-day.ts'
import type { ConcernId } from '../kernel/ids.ts'
import { conclude } from '../sharing/conclude.ts'
import { decideUnder } from '../sharing/decide.ts'
import type { Decision } from '../sharing/decision.ts'
import type { Facts } from '../sharing/facts.ts'
import { policyOf, policyOn } from '../sharing/policies.ts'
import type { Assessment } from './assessment.ts'
import { bandOf } from './person-match.ts'

/** A stored assessment, as much of it as its decision rests on. */
export type Decided = Pick<
  Assessment,
  'concernId' | 'number' | 'assessedAt' | 'facts' | 'decision' | 'concluded' | 'matches'
>

type Remade = { readonly facts: Facts; readonly decision: Decision }

/** What a person or the clock concluded is taken as recorded; all that follows from it is not. */
const remake = (stored: Decided): Remade | undefined => {
  const { concernId, assessedAt, facts, decision, concluded, matches } = stored
  const policy = policyOf(decision.policyVersion)
  if (policy === undefined) return undefined
  const { version } = policyOn(londonDay(new Date(assessedAt)))
  const made = decideUnder(policy, facts)
  const ended = concluded === undefined ? made : conclude(made, facts, concluded)
  return {
    facts: { ...facts, id: concernId, match: bandOf(matches) },
    decision: { ...ended, policyVersion: version },
  }
}

const fieldsOf = (
  facts: Facts,
  { basis, ...decision }: Decision,
): readonly (readonly [string, unknown])[] => [
  ...Object.entries(decision),
  ...Object.entries(basis).map(([field, value]) => [`basis.${field}`, value] as const),
  ...Object.entries(facts).map(([field, value]) => [`facts.${field}`, value] as const),
]

const differingFields = (stored: Decided): readonly string[] => {
  const remade = remake(stored)
  if (remade === undefined) return ['policyVersion']
  const expected = new Map(fieldsOf(remade.facts, remade.decision))
  return fieldsOf(stored.facts, stored.decision).flatMap(([field, value]) =>
    JSON.stringify(value) === JSON.stringify(expected.get(field)) ? [] : [field],
  )
}

/** Names of the fields that are not as the policy makes them; `number` where no such assessment should be. Never a value. */
export type Difference = {
  readonly concernId: ConcernId
  readonly number: number
  readonly fields: readonly string[]
}

const replayConcern = (assessments: readonly Decided[]): readonly Difference[] =>
  assessments
    .toSorted((one, other) => one.number - other.number)
    .map((stored, index) => ({
      concernId: stored.concernId,
      number: stored.number,
      fields: stored.number === index + 1 ? differingFields(stored) : ['number'],
    }))
    .filter(({ fields }) => fields.length > 0)

/** Decides again every assessment of any number of concerns, each under the policy that its record names. */
export const replay = (assessments: readonly Decided[]): readonly Difference[] =>
  [...Map.groupBy(assessments, ({ concernId }) => concernId).values()].flatMap(replayConcern)
