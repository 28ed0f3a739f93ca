// What one reader reads of an assessed concern: made and redacted at each reading, under what holds then (policy §9.1).
import { holdingQueue } from '../agencies/holder.ts'
import type { AlertContent } from '../alerts/content/alert-content.ts'
import { contentOf } from '../alerts/content/content-of.ts'
import type { Recipient } from '../alerts/content/told.ts'
import { type Reading, redact } from '../alerts/redaction/redact.ts'
import { londonDay } from '../calendar/london-day.ts'
import {
  birthRelativesIn,
  isOfAdoptiveHome,
  struckFromAdoptiveHome,
} from '../household/adoptive-home.ts'
import {
  adoptedAmong,
  birthFamilyIn,
  isHiddenIn,
  type Known,
  type Protection,
  protectionOf,
  struckFrom,
} from '../household/protection.ts'
import { protects } from '../household/protects.ts'
import { withoutPostcodes } from '../people/protect-text.ts'
import { striker } from '../people/striking/striker.ts'
import { decidedAsSent } from '../reviews/reviews-of.ts'
import { nothingKnown } from '../sharing/facts.ts'
import type { Assessment } from './assessment.ts'
import { isUnsettled } from './person-match.ts'
import type { Behind, Read, Surroundings } from './reading.ts'
import { toldTo } from './told-to.ts'

/** Whom of the register each person of the concern is, or may be. */
const knownIn = ({ matches }: Assessment): Known[] =>
  matches.map((one) => ({
    person: one.person,
    confirmed: one.match.confirmed,
    possible: isUnsettled(one) ? one.match.candidates.map(({ id }) => id) : [],
  }))

const protectionFor = ({ stored }: Behind, { around, concerns }: Surroundings): Protection =>
  protectionOf(around, [stored, ...concerns])

/** Whether anybody of the household is protected, by the register or by a concern. */
const isProtectedIn = (
  stored: Behind['stored'],
  { around, concerns, isProtected: isNear = false }: Surroundings,
): boolean => isNear || isHiddenIn(around) || [stored, ...concerns].some(protects)

/** How it is read by whom an alert is for: what is struck, and which children are told of. */
const readingFor = (
  read: Read,
  { stored, assessment }: Behind,
  {
    surroundings,
    protection,
  }: { readonly surroundings: Surroundings; readonly protection: Protection },
): Reading => {
  const known = knownIn(assessment)
  const adopted = adoptedAmong(known, protection)
  const isOfAdopted = read.isOfAdopted === true
  const isOwners = read.inChronology !== true || read.authority === stored.concern.authority
  const inEmergency =
    read.inEmergency === true ? { isHidden: isProtectedIn(stored, surroundings) } : undefined
  const isOwnAlert = isOwners && inEmergency === undefined
  const reading = { decision: read.decision, adopted, isOfAdopted, inEmergency }
  if (!isOfAdopted)
    return { ...reading, strike: struckFrom(protection, stored, { isOwnAlert, known }) }
  if (!isOfAdoptiveHome(known, protection))
    return { ...reading, strike: birthFamilyIn(stored, adopted) }
  return {
    ...reading,
    strike: struckFromAdoptiveHome(protection, stored, known),
    birthRelatives: birthRelativesIn(known, protection),
  }
}

/** The content of an alert, or of a further notice in it, as its reader may read it now. */
export const contentFor = (
  read: Read,
  behind: Behind,
  surroundings: Surroundings,
): AlertContent => {
  const protection = protectionFor(behind, surroundings)
  const full = contentOf(toldTo(read, behind, { surroundings, protection }))
  return redact(full, readingFor(read, behind, { surroundings, protection }))
}

/**
 * Words that the sender adds later, as the reader of its alert may read them: under the redaction of the concern's own
 * reason. Of an adopted child's alert nothing of them is left.
 */
export const addedWordsFor = (
  read: Read,
  behind: Behind,
  surroundings: Surroundings,
): ((text: string) => string) => {
  const protection = protectionFor(behind, surroundings)
  const content = contentOf(toldTo(read, behind, { surroundings, protection }))
  const reading = readingFor(read, behind, { surroundings, protection })
  return (reason) => redact({ ...content, reason }, reading).reason
}

/**
 * Words of an authority about a concern, as others may read them: without any protected place, its own concern's too,
 * and without whatever looks like a postcode while anybody of the household is protected.
 */
export const answerWordsFor = (
  behind: Behind,
  surroundings: Surroundings,
): ((text: string) => string) => {
  const { stored, assessment } = behind
  const about = { isOwnAlert: false, known: knownIn(assessment) }
  const strike = striker(struckFrom(protectionFor(behind, surroundings), stored, about))
  const isProtected = isProtectedIn(stored, surroundings)
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
