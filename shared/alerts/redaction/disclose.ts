import type { StoredConcern } from '../../concerns/stored-concern.ts'
import type { Decision } from '../../sharing/decision.ts'
import type { Facts } from '../../sharing/facts.ts'
import type { AlertContent } from '../content/alert-content.ts'
import { contentOf } from '../content/content-of.ts'
import { redact } from './redact.ts'

/** What a decision lets one recipient read of a concern. */
export const disclose = (
  stored: StoredConcern,
  children: Parameters<typeof contentOf>[1],
  decided: Parameters<typeof contentOf>[2],
): AlertContent =>
  redact(contentOf(stored, children, decided), {
    decision: decided.decision.decision === 'SHARE_MINIMAL' ? 'SHARE_MINIMAL' : 'SHARE',
    flags: decided.facts.flags,
    factors: decided.facts.factors,
  })

const nothingBefore = { contributing: [], earlier: [], corrects: undefined }

/** Words that the referrer adds later, under the same redaction as the concern's own. */
export const discloseWords = (
  words: string,
  stored: StoredConcern,
  decided: { readonly decision: Decision; readonly facts: Facts },
): string => {
  const reworded = { ...stored, concern: { ...stored.concern, reason: words } }
  return disclose(reworded, [], { ...decided, past: nothingBefore, today: '' }).reason
}
