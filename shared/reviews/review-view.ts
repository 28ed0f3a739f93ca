import * as z from 'zod'
import { type AlertContent, alertContentSchema } from '../alerts/content/alert-content.ts'
import { consideredOf, consideredSchema } from '../alerts/explanation.ts'
import type { PersonRef } from '../concerns/person-ref.ts'
import type { MatchRecord } from '../matching/match-record.ts'
import { writtenAgreementSchema } from '../register/written-agreement.ts'
import { questions, verdicts } from './questions.ts'
import { isOpen, type Review, recordedVerdictSchema, reviewSchema } from './review.ts'

/** A review as whoever is asked reads it: the question, what may be disclosed to them of the concern, and of a match their own. */
export const reviewViewSchema = reviewSchema
  .omit({ concernId: true, agency: true, authority: true, isPending: true })
  .extend({
    asks: z.string(),
    verdicts: z.array(z.enum(verdicts)),
    content: alertContentSchema
      .partial()
      .optional()
      .meta({ description: 'Absent once the review is closed' }),
    agreements: z
      .array(writtenAgreementSchema.pick({ agreedOn: true, endsOn: true }))
      .optional()
      .meta({
        description:
          'Of the partnership lead: written agreements with the parents that run, for which the family is watched; whose and what, its council alone reads',
      }),
    people: consideredSchema,
    decided: recordedVerdictSchema
      .omit({ reason: true })
      .optional()
      .meta({ description: 'What was said, without the words: those are for whoever decides' }),
  })
export type ReviewView = z.infer<typeof reviewViewSchema>

/** What must be seen beside an address, lest somebody goes there to find out who lives at it. */
const warnings: readonly AlertContent['banners'][number][] = ['PROTECTED', 'ASK_BEFORE_CONTACT']

/** Of whom the council says who it is: that person as sent, with what keeps them safe, and nothing of what happened. */
const identityIn = (
  { harm, banners, adults, children, whereabouts, protected: taken }: AlertContent,
  person: PersonRef | undefined,
): Partial<AlertContent> => {
  const isMeant = (one: { readonly person: PersonRef }): boolean => one.person === person
  return {
    harm,
    banners: banners.filter((banner) => warnings.includes(banner)),
    adults: adults.filter((one) => isMeant(one) || person?.startsWith('children/') === true),
    children: children.filter((one) => isMeant(one) || person?.startsWith('children/') !== true),
    ...(whereabouts !== undefined && { whereabouts: whereabouts.filter(isMeant) }),
    protected: taken,
  }
}

/** The children without whoever is said to belong to them. */
const withoutFamily = ({ children = [] }: Partial<AlertContent>): AlertContent['children'] =>
  children.map((child) => ({ ...child, relationships: [] }))

const shownOf = ({
  concernId: _concern,
  agency: _agency,
  authority: _authority,
  isPending: _pending,
  decided: _verdict,
  ...review
}: Review) => {
  const { asks, verdicts: mayBe } = questions[review.kind]
  return { ...review, asks, verdicts: [...mayBe], people: [] }
}

/** Of a review that is closed: the question, and what was said. */
export const closedViewOf = (review: Review): ReviewView => {
  const { proposed: _first, ...shown } = shownOf(review)
  if (review.decided === undefined) return shown
  const { reason: _words, ...decided } = review.decided
  return { ...shown, decided }
}

/**
 * At most what the best verdict could disclose to its reader, and nothing once it is closed (policy §9.8). `content` is
 * redacted for this reader; `match` that of the person asked about.
 */
export const reviewViewOf = (
  review: Review,
  content: AlertContent,
  {
    match,
    adopted = new Set(),
  }: {
    readonly match?: MatchRecord | undefined
    /** Adopted children of the register: of whom only the lead's review tells, and then nothing of a birth family. */
    readonly adopted?: ReadonlySet<string>
  },
): ReviewView => {
  const { kind, person, authority } = review
  if (!isOpen(review)) return closedViewOf(review)
  const shown = shownOf(review)
  if (kind !== 'identity') return { ...shown, content }
  const isOfAdopted =
    review.isLeadsOnly === true && (match?.candidates ?? []).some(({ id }) => adopted.has(id))
  const seenBy = {
    authority: authority ?? '',
    hidesPlaces: true,
    hidesNames: false,
    ...(review.isLeadsOnly !== true && { except: adopted }),
  }
  const who = identityIn(content, person)
  return {
    ...shown,
    content: isOfAdopted ? { ...who, adults: [], children: withoutFamily(who) } : who,
    people: match === undefined ? [] : consideredOf(match, seenBy),
  }
}
