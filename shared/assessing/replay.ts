// Makes stored decisions again from what was recorded with them, and says where record and policy part.
import { londonDay } from '../calendar/london-day.ts'
import type { ConcernId } from '../kernel/ids.ts'
import { questions } from '../reviews/questions.ts'
import { decideUnder } from '../sharing/decide.ts'
import type { Decision } from '../sharing/decision.ts'
import type { Facts } from '../sharing/facts.ts'
import { policyOf, policyOn } from '../sharing/policies.ts'
import { askedBy } from '../sharing/rule-of.ts'
import { afterTimeout, conclude } from '../sharing/timeout.ts'
import type { Assessment } from './assessment.ts'

/** A stored assessment, as much of it as its decision rests on. */
export type Decided = Pick<
  Assessment,
  'concernId' | 'number' | 'cause' | 'assessedAt' | 'facts' | 'decision'
> & { readonly match: Pick<Assessment['match'], 'band'> }

/** How a decision came about: by the rules, by a due day that passed unanswered, or by a person who concluded a review. */
type How = 'rule' | 'timeout' | 'person'

/** Who somebody is, once settled, is decided on by the rules; anything else that a person or the clock answers concludes. */
const howDecided = ({ cause, facts }: Decided, previous: Decided): How => {
  if (cause === 'lapsed') return facts.match === previous.facts.match ? 'timeout' : 'rule'
  if (cause === 'reviewed')
    return questions[askedBy(previous.decision)].settles === 'identity' ? 'rule' : 'person'
  return 'rule'
}

/** What should have been recorded; undefined where nothing should have followed. */
type Remade = { readonly facts: Facts; readonly decision: Decision } | undefined
type Remake = (stored: Decided, previous: Decided) => Remade

/** A person's choice is taken as recorded; all that follows from it is not. */
const remakeBy: Readonly<Record<How, Remake>> = {
  rule: ({ concernId, assessedAt, facts, decision, match }) => {
    const policy = policyOf(decision.policyVersion)
    const inForce = policyOn(londonDay(new Date(assessedAt)))
    return (
      policy && {
        facts: { ...facts, id: concernId, match: match.band },
        decision: { ...decideUnder(policy, facts), policyVersion: inForce.version },
      }
    )
  },
  timeout: (_, { facts, decision }) => {
    const lapse = afterTimeout(decision, facts)
    return lapse && { facts, decision: lapse.decision }
  },
  person: ({ decision }, { facts, decision: asked }) => ({
    facts,
    decision: conclude(asked, facts, decision.decision),
  }),
}

const fieldsOf = (
  facts: Facts,
  { basis, ...decision }: Decision,
): readonly (readonly [string, unknown])[] => [
  ...Object.entries(decision),
  ...Object.entries(basis).map(([field, value]) => [`basis.${field}`, value] as const),
  ...Object.entries(facts).map(([field, value]) => [`facts.${field}`, value] as const),
]

const isKnown = ({ decision }: Decided): boolean => policyOf(decision.policyVersion) !== undefined

const differingFields = (stored: Decided, previous: Decided): readonly string[] => {
  if (!isKnown(stored) || !isKnown(previous)) return ['policyVersion']
  const remade = remakeBy[howDecided(stored, previous)](stored, previous)
  if (remade === undefined) return ['number']
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
    .map((stored, index, all) => ({
      concernId: stored.concernId,
      number: stored.number,
      fields:
        stored.number === index + 1
          ? differingFields(stored, all[index - 1] ?? stored)
          : ['number'],
    }))
    .filter(({ fields }) => fields.length > 0)

/** Decides again every assessment of any number of concerns, each under the policy that its record names. */
export const replay = (assessments: readonly Decided[]): readonly Difference[] =>
  [...Map.groupBy(assessments, ({ concernId }) => concernId).values()].flatMap(replayConcern)
