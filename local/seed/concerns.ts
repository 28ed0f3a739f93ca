import type { Withdrawal } from '../../shared/concerns/withdrawal.ts'
import type { ReferrerId } from './clients.ts'
import { afterwardsSpecs } from './concerns/afterwards-rows.ts'
import { buildConcern } from './concerns/build-concern.ts'
import { type Cast, createCasting } from './concerns/casting.ts'
import { childInNeedSpecs } from './concerns/child-in-need-rows.ts'
import type { ConcernSpec, Expectation } from './concerns/concern-spec.ts'
import { earlySpecs } from './concerns/first-rows.ts'
import { householdSpecs } from './concerns/household-rows.ts'
import { identitySpecs } from './concerns/identity-rows.ts'
import { type People, peopleOf } from './concerns/people-of.ts'
import { plannedSpecs } from './concerns/planned-rows.ts'
import { raisingSpecs } from './concerns/raising-rows.ts'
import { refusedSpecs } from './concerns/refused-rows.ts'
import { significantHarmSpecs } from './concerns/significant-harm-rows.ts'
import { waitingSpecs } from './concerns/waiting-rows.ts'
import { defaultChildren, generateHouseholds } from './register.ts'
import type { ConcernInput, Household } from './seed-types.ts'
import { unknownFamily } from './unknown-families.ts'

/** A concern to submit, and what must come of it. `after` names the concerns that must be assessed first. */
export type DemoConcern = {
  readonly key: string
  readonly client: ReferrerId
  readonly expects: Expectation
  readonly after?: readonly string[]
  /** The concern whose id, once it has one, this one gives as the one that it corrects. */
  readonly corrects?: string
  readonly withdrawn?: Withdrawal
  readonly concern: ConcernInput
}

const specs: readonly ConcernSpec[] = [
  ...earlySpecs,
  ...raisingSpecs,
  ...waitingSpecs,
  ...identitySpecs,
  ...significantHarmSpecs,
  ...childInNeedSpecs,
  ...refusedSpecs,
  ...plannedSpecs,
  ...householdSpecs,
  ...afterwardsSpecs,
]

/** Families of the shortest register that is ever loaded, so that every longer one holds them too; not the story's. */
const familiesOf = (request: { readonly seed?: number; readonly today: Date }): Household[] => {
  const families: Household[] = []
  let children = 0
  for (const household of generateHouseholds(request)) {
    children += household.children.length
    if (children > defaultChildren) break
    families.push(household)
  }
  return families.slice(1)
}

/**
 * Concerns that between them meet every row of the decision table and every kind of people. They are about families of
 * the register made from the same seed and day, and hold for a register of at least {@link defaultChildren} children.
 * Rows that turn on the duty to share expect it to be in force.
 */
export const seedConcerns = (request: {
  readonly seed?: number
  readonly today: Date
}): readonly DemoConcern[] => {
  const { today } = request
  const cast = createCasting(familiesOf(request), today)
  const casts = new Map<string, Cast>()
  const peopleFor = ({ key, who }: ConcernSpec): People => {
    if (who.kind === 'unknown') return unknownFamily(who.name, today)
    const found = who.kind === 'again' ? casts.get(who.key) : cast(who)
    if (found === undefined) throw new RangeError(`${key} comes before the concern it repeats`)
    casts.set(key, found)
    return peopleOf(who, found)
  }
  return specs.map((spec, turn) => ({
    key: spec.key,
    client: spec.client,
    expects: spec.expects,
    ...(spec.after !== undefined && { after: spec.after }),
    ...(spec.corrects !== undefined && { corrects: spec.corrects }),
    ...(spec.withdrawn !== undefined && { withdrawn: spec.withdrawn }),
    concern: buildConcern(spec, peopleFor(spec), { today, turn }),
  }))
}
