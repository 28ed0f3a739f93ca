// What one reader reads of an assessed concern: made and redacted at each reading, under what holds then (policy §9.1).
import { holdingQueue, nameOfHolder } from '../agencies/holder.ts'
import type { Alert } from '../alerts/alert.ts'
import type { AlertContent } from '../alerts/content/alert-content.ts'
import { contentOf } from '../alerts/content/content-of.ts'
import { knownChildOf } from '../alerts/content/known-child.ts'
import type { Recipient, Told } from '../alerts/content/told.ts'
import { type Reading, redact } from '../alerts/redaction/redact.ts'
import { londonDay } from '../calendar/london-day.ts'
import type { PersonRef } from '../concerns/person-ref.ts'
import type { StoredConcern } from '../concerns/stored-concern.ts'
import { mostJoined } from '../household/joined-children.ts'
import { isHiddenIn, type Protection, protectionOf, struckFrom } from '../household/protection.ts'
import { protects } from '../household/protects.ts'
import type { ConcernId } from '../kernel/ids.ts'
import { withoutPostcodes } from '../people/protect-text.ts'
import { striker } from '../people/striking/striker.ts'
import { decidedAsSent } from '../reviews/reviews-of.ts'
import { type Facts, nothingKnown } from '../sharing/facts.ts'
import type { Assessment } from './assessment.ts'
import type { Neighbourhood } from './gathered.ts'

/** What was read for one reading: the household around the concern as it now is, and concerns that bear on it. */
export type Surroundings = {
  readonly around: Neighbourhood
  /** Concerns of the household that protect anybody, and those that make a combination with this one. */
  readonly concerns: readonly StoredConcern[]
  readonly now: Date
}

/** Who reads, of what: the parts of an alert that a reading depends on. */
export type Read = Pick<Alert, 'authority' | 'why' | 'children' | 'decision' | 'isLeadsOnly'> &
  Partial<Pick<Alert, 'isOfAdopted'>> & { readonly isLead: boolean }

/** Others are named unless they hold only adopted children, or an alert that is their lead's alone. */
const recipientFor = (read: Read, { recipients, decision, joined }: Assessment): Recipient => {
  const others = recipients.filter(
    ({ authority, isOfAdopted }) =>
      authority !== read.authority && isOfAdopted !== true && !decision.leadsOnly,
  )
  return {
    authority: read.authority,
    isLead: read.isLead,
    why: read.why,
    alsoTold: others.map(({ authority }) => nameOfHolder(authority)),
    holders: others
      .filter(({ why }) => why.includes('HOLDS_THE_CHILD'))
      .map(({ authority }) => nameOfHolder(authority)),
    isLeadsOnly: read.isLeadsOnly,
    isFamilyIncomplete: joined.length > mostJoined,
  }
}

/** The facts as decided on, with whether anybody of the household is protected now. */
const factsNow = ({ facts }: Assessment, { around, concerns }: Surroundings): Facts => ({
  ...facts,
  protectedHousehold:
    facts.protectedHousehold ||
    isHiddenIn(around) ||
    concerns.some(({ concern }) => protects(concern)),
})

const of = (concerns: readonly StoredConcern[], ids: readonly ConcernId[]): StoredConcern[] =>
  concerns.filter(({ concernId }) => ids.includes(concernId))

const toldTo = (read: Read, { stored, assessment }: Behind, surroundings: Surroundings): Told => {
  const { around, concerns, now } = surroundings
  const today = londonDay(now)
  return {
    stored,
    decision: assessment.decision,
    facts: factsNow(assessment, surroundings),
    recipient: recipientFor(read, assessment),
    known: assessment.joined
      .filter(({ childId }) => read.children.includes(childId))
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

/** A concern, and the assessment by which it is told. */
export type Behind = { readonly stored: StoredConcern; readonly assessment: Assessment }

/** Children named in the concern who are adopted: confirmed as one whose record says so now. */
const adoptedRefs = ({ matches }: Assessment, { adopted }: Protection): PersonRef[] =>
  matches
    .filter(
      ({ kind, match }) =>
        kind === 'child' && match.confirmed.some((id) => adopted.some((one) => one === id)),
    )
    .map(({ person }) => person)

/** How it is read by whom an alert is for: what is struck, and which children are told of. */
const readingFor = (read: Read, behind: Behind, { around, concerns }: Surroundings): Reading => {
  const protection = protectionOf(around, concerns)
  return {
    decision: read.decision,
    strike: struckFrom(protection, behind.stored, { isOwnAlert: true }),
    adopted: adoptedRefs(behind.assessment, protection),
    isOfAdopted: read.isOfAdopted === true,
  }
}

/** The content of an alert, or of a further notice in it, as its reader may read it now. */
export const contentFor = (read: Read, behind: Behind, surroundings: Surroundings): AlertContent =>
  redact(contentOf(toldTo(read, behind, surroundings)), readingFor(read, behind, surroundings))

/** Words that the sender adds later, as the reader of its alert may read them: under the redaction of the concern's own. */
export const addedWordsFor = (
  read: Read,
  behind: Behind,
  surroundings: Surroundings,
): ((text: string) => string) => {
  const content = contentOf(toldTo(read, behind, surroundings))
  const reading = { ...readingFor(read, behind, surroundings), isOfAdopted: false }
  return (reason) => redact({ ...content, reason }, reading).reason
}

/**
 * Words of an authority as the sender of the concern may read them: without any protected place, its own concern's too,
 * and without whatever looks like a postcode while anybody of the household is protected.
 */
export const answerWordsFor = (
  { stored }: Behind,
  { around, concerns }: Surroundings,
): ((text: string) => string) => {
  const strike = striker(struckFrom(protectionOf(around, concerns), stored, { isOwnAlert: false }))
  const isProtected =
    isHiddenIn(around) || [stored, ...concerns].some(({ concern }) => protects(concern))
  return (text) => (isProtected ? withoutPostcodes(strike(text)) : strike(text))
}

/**
 * A concern as its own agency's lead reads it: what was sent, and what the table makes of that alone. Nothing of what is
 * known of anybody goes into it.
 */
export const contentAsSent = ({ stored, assessment }: Behind, now: Date): AlertContent => {
  const facts = { ...assessment.facts, ...nothingKnown }
  const recipient: Recipient = {
    authority: holdingQueue,
    isLead: false,
    why: [],
    alsoTold: [],
    holders: [],
    isLeadsOnly: false,
    isFamilyIncomplete: false,
  }
  return contentOf({
    stored,
    decision: decidedAsSent(assessment),
    facts,
    recipient,
    known: [],
    earlier: [],
    contributing: [],
    corrects: undefined,
    today: londonDay(now),
  })
}
