import * as z from 'zod'
import { alertContentSchema } from '../alerts/content/alert-content.ts'
import { contentOf } from '../alerts/content/content-of.ts'
import { consideredOf, consideredSchema } from '../alerts/explanation.ts'
import { redact } from '../alerts/redaction/redact.ts'
import type { StoredConcern } from '../concerns/stored-concern.ts'
import type { Asking } from './asking.ts'
import { questions, verdicts } from './questions.ts'
import { type Review, reviewSchema } from './review.ts'

/** A review as its authority reads it: the question, what may be disclosed of the concern, and its own adults considered. */
export const reviewViewSchema = reviewSchema.omit({ concernId: true, assessment: true }).extend({
  asks: z.string(),
  verdicts: z.array(z.enum(verdicts)),
  content: alertContentSchema,
  people: consideredSchema,
})
export type ReviewView = z.infer<typeof reviewViewSchema>

/** `today` is an ISO date in London. */
type Asked = {
  readonly stored: StoredConcern
  readonly assessment: Asking
  readonly today: string
}

/**
 * What the reviewer decides on: the concern redacted as for a full disclosure to that authority, so that nothing a
 * protected family hides is shown for the sake of deciding (without an agreement, the least); and of the match, that
 * authority's own adults only.
 */
export const reviewViewOf = (
  { concernId: _concern, assessment: _number, ...review }: Review,
  { stored, assessment, today }: Asked,
): ReviewView => {
  const { decision, facts, match, matched, contributing } = assessment
  const { authority, kind } = review
  const { asks, verdicts, settles, shows } = questions[kind]
  const own = matched.filter((child) => child.authority === authority)
  const past = { contributing, earlier: [], corrects: undefined }
  const content = redact(contentOf(stored, own, { decision, facts, past, today }), {
    decision: shows,
    flags: facts.flags,
    factors: facts.factors,
  })
  const hidesPlaces = content.banners.includes('PROTECTED_ADDRESS')
  return {
    ...review,
    asks,
    verdicts: [...verdicts],
    content,
    people: consideredOf(match, { authority, hidesPlaces, hidesNames: settles !== 'identity' }),
  }
}
