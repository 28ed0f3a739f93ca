import type { AuthorityCode } from '../agencies/authorities.ts'
import { dueAfter } from '../calendar/working-days.ts'
import { isPastKeeping } from '../chronology/expiry.ts'
import { concernFlags } from '../codes/concern-flags.ts'
import { isAtLeast } from '../codes/harm-levels.ts'
import { urgencyOf } from '../codes/response-times.ts'
import type { PersonRef } from '../concerns/person-ref.ts'
import type { StoredConcern } from '../concerns/stored-concern.ts'
import { type NewId, reviewIdSchema } from '../kernel/ids.ts'
import { questionsAbout } from '../sharing/conclude.ts'
import { decideUnder } from '../sharing/decide.ts'
import { type Decision, isShared } from '../sharing/decision.ts'
import { type Facts, nothingKnown } from '../sharing/facts.ts'
import { policyOf, policyOn } from '../sharing/policies.ts'
import type { Question as AskedAbout } from '../sharing/rule.ts'
import { isSameQuestion, type Review } from './review.ts'

/** Who somebody is, asked of the authority on whose register they may stand. */
export type IdentityAsked = {
  readonly person: PersonRef
  readonly authority: AuthorityCode
  /** An adopted child is among those who it may be: only the lead is asked (X6). */
  readonly isOfAdopted?: true | undefined
}

export type Asking = {
  readonly stored: StoredConcern
  readonly decision: Decision
  readonly facts: Facts
  readonly identities: readonly IdentityAsked[]
  /** Reviews of this concern that are open. */
  readonly open: readonly Review[]
}

/** The reviews that an assessment raises, and those whose question no longer stands. */
export type Reviews = { readonly raised: Review[]; readonly overtaken: readonly Review[] }

type Question = Pick<
  Review,
  'kind' | 'asked' | 'agency' | 'authority' | 'person' | 'rule' | 'harm' | 'isLeadsOnly'
> & {
  readonly dueInWorkingDays: number
}

/** The decision as it follows from the form alone, whatever is known: what a sender's lead is asked rests on it. */
export const decidedAsSent = ({
  decision,
  facts,
}: Pick<Asking, 'decision' | 'facts'>): Decision => {
  const policy = policyOf(decision.policyVersion) ?? policyOn('')
  return decideUnder(policy, { ...facts, ...nothingKnown })
}

/**
 * Whether what a question is about is out already, and never recalled, so that nobody is asked. Of a sender's lead that
 * follows from what was sent and from its own answer; of the partnership lead from whoever was told. The question about the
 * purpose holds nothing back.
 */
export const isOverdone = (
  { told, seen, concluded }: StoredConcern,
  { kind, of }: Pick<AskedAbout, 'kind' | 'of'>,
): boolean => {
  if (kind === 'purpose') return false
  if (of === 'partnership-lead') return told.length > 0
  const isAnswered = concluded?.answer !== undefined && isShared(concluded.answer)
  return seen?.isShared === true || (isAnswered && concluded.kind !== 'watched')
}

/**
 * Questions about disclosure. The sender's lead is asked by what was sent, so that neither the question, its rule nor its
 * due day tells whether the family is known; the partnership lead by what is known.
 */
const disclosureQuestions = ({ stored, decision, facts }: Asking, sent: Decision): Question[] => {
  const asked = (from: Decision, lead: 'sender-lead' | 'partnership-lead'): Question[] =>
    questionsAbout(from, from === sent ? { ...facts, ...nothingKnown } : facts)
      .filter((question) => question.of === lead && !isOverdone(stored, question))
      .map(({ kind }) => ({
        kind,
        asked: lead,
        ...(lead === 'sender-lead' && { agency: stored.submittedBy.agency }),
        rule: from.rule,
        harm: from.harmAfter,
        dueInWorkingDays: from.dueInWorkingDays ?? 1,
      }))
  return [...asked(sent, 'sender-lead'), ...asked(decision, 'partnership-lead')]
}

/** Who somebody is: the same day at H3 and H4, else in one working day; only where the answer could tell anybody. */
const identityQuestions = ({ decision, identities }: Asking): Question[] => {
  const { decision: kind, onTimeout, harmAfter: harm, rule, leadsOnly } = decision
  const reaches = isShared(kind) || (onTimeout !== null && isShared(onTimeout))
  if (!reaches) return []
  return identities.map(({ person, authority, isOfAdopted }) => ({
    kind: 'identity',
    asked: 'authority',
    authority,
    person,
    rule,
    harm,
    ...((leadsOnly || isOfAdopted) && { isLeadsOnly: true as const }),
    dueInWorkingDays: isAtLeast(harm, 'H3') ? 0 : 1,
  }))
}

const isSettled = ({ concluded, purposeAnsweredAt }: StoredConcern, { kind }: Question): boolean =>
  kind === 'purpose' ? purposeAnsweredAt !== undefined : concluded?.kind === kind

/**
 * When a question is due: never later than the one that it takes the place of, or whoever changes consent to and fro would
 * keep the clock from ever disclosing anything.
 */
const dueOf = (question: Question, overtaken: readonly Review[], now: Date): string => {
  const own = dueAfter(now, question.dueInWorkingDays).toISOString()
  if (question.kind === 'identity') return own
  const inPlaceOf = overtaken.filter(
    ({ kind, asked }) => kind !== 'identity' && asked === question.asked,
  )
  const [earliest = own] = [own, ...inPlaceOf.map(({ dueAt }) => dueAt)].toSorted()
  return earliest
}

/** What is asked now, against what is open: raised where it is new, overtaken where nobody asks it any more. */
export const reviewsOf = (
  asking: Asking,
  { now, newId }: { readonly now: Date; readonly newId: NewId },
): Reviews => {
  const { stored, facts, open } = asking
  const sent = decidedAsSent(asking)
  const isPast = isPastKeeping(sent, { receivedAt: stored.receivedAt, now })
  const asked = [
    ...disclosureQuestions(asking, sent).filter((question) => !isSettled(stored, question)),
    ...identityQuestions(asking),
  ]
  const overtaken = open.filter(
    (review) => !asked.some((question) => isSameQuestion(review, question)),
  )
  return {
    raised: asked
      .filter((question) => !open.some((review) => isSameQuestion(review, question)))
      .filter((question) => !(isPast && question.asked === 'sender-lead'))
      .map(({ dueInWorkingDays, ...question }) => ({
        ...question,
        reviewId: reviewIdSchema.parse(newId(now)),
        concernId: stored.concernId,
        urgency: urgencyOf(question.harm),
        state: 'OPEN',
        version: 1,
        needsTwo: facts.flags.some((flag) => concernFlags[flag].needsTwoReviewers),
        raisedAt: now.toISOString(),
        dueAt: dueOf({ ...question, dueInWorkingDays }, overtaken, now),
        chases: 0,
      })),
    overtaken,
  }
}
