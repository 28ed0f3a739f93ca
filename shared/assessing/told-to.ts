import { nameOfHolder } from '../agencies/holder.ts'
import { knownChildOf } from '../alerts/content/known-child.ts'
import type { Recipient, Told } from '../alerts/content/told.ts'
import { londonDay } from '../calendar/london-day.ts'
import type { StoredConcern } from '../concerns/stored-concern.ts'
import { mostJoined } from '../household/joined-children.ts'
import { isHiddenIn, type Protection } from '../household/protection.ts'
import { protects } from '../household/protects.ts'
import type { ChildId, ConcernId } from '../kernel/ids.ts'
import type { Facts } from '../sharing/facts.ts'
import type { Assessment } from './assessment.ts'
import type { Behind, Read, Surroundings } from './reading.ts'

/** What a reading is made under. */
type Now = { readonly surroundings: Surroundings; readonly protection: Protection }

/** Whether this authority holds a joined child that may be told of: one adopted since is told to nobody else. */
const holdsOneOf = (
  { authority, why }: Assessment['recipients'][number],
  { joined }: Assessment,
  { adopted }: Protection,
): boolean =>
  why.includes('HOLDS_THE_CHILD') &&
  joined.some(
    (child) =>
      child.authority === authority && child.isAdopted !== true && !adopted.includes(child.childId),
  )

/** Others are named unless they hold only adopted children, or an alert that is their lead's alone. */
const recipientFor = (
  read: Read,
  assessment: Assessment,
  { surroundings: { directory }, protection }: Now,
): Recipient => {
  const { recipients, decision, joined } = assessment
  const isHolder = (one: Assessment['recipients'][number]): boolean =>
    holdsOneOf(one, assessment, protection)
  const others = recipients.filter(
    (one) =>
      one.authority !== read.authority &&
      one.isOfAdopted !== true &&
      !decision.leadsOnly &&
      (one.why.includes('WHERE_THE_CHILD_IS') || isHolder(one)),
  )
  const namesOf = (some: Assessment['recipients']): string[] =>
    some.map(({ authority }) => nameOfHolder(directory, authority))
  return {
    authority: read.authority,
    isLead: read.isLead,
    why: read.why,
    alsoTold: namesOf(others),
    holders: namesOf(others.filter(isHolder)),
    isLeadsOnly: read.isLeadsOnly,
    isFamilyIncomplete: joined.length > mostJoined,
  }
}

/** The facts as decided on, with whether anybody of the household is protected now. */
const factsNow = (
  { facts }: Assessment,
  { around, concerns, isProtected = false }: Surroundings,
): Facts => ({
  ...facts,
  protectedHousehold:
    facts.protectedHousehold || isProtected || isHiddenIn(around) || concerns.some(protects),
})

const of = (concerns: readonly StoredConcern[], ids: readonly ConcernId[]): StoredConcern[] =>
  concerns.filter(({ concernId }) => ids.includes(concernId))

/** Its own children; one adopted since is told of in an alert of its own, and in no other. */
const isTold = (read: Read, childId: ChildId, { adopted }: Protection): boolean =>
  read.children.includes(childId) && (read.isOfAdopted === true || !adopted.includes(childId))

/** Everything that an alert could say at this reading, before redaction. */
export const toldTo = (
  read: Read,
  { stored, assessment }: Behind,
  { surroundings, protection }: Now,
): Told => {
  const { around, concerns, now } = surroundings
  const today = londonDay(now)
  return {
    stored,
    decision: assessment.decision,
    facts: factsNow(assessment, surroundings),
    recipient: recipientFor(read, assessment, { surroundings, protection }),
    known: assessment.joined
      .filter(({ childId }) => isTold(read, childId, protection))
      .slice(0, mostJoined)
      .map((joined) =>
        knownChildOf(
          joined,
          around.children.find(({ childId }) => childId === joined.childId),
          today,
        ),
      ),
    earlier: around.entries,
    contributing: of(concerns, assessment.contributing),
    corrects: assessment.corrects,
    today,
  }
}
