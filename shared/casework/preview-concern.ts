import type { Agreement } from '../agencies/agreement.ts'
import type { AuthorityCode } from '../agencies/authorities.ts'
import { type By, recorderOf } from '../agencies/recorder-of.ts'
import { assessMatch, joinedBy, type Step } from '../assessing/assess.ts'
import { identify } from '../assessing/identify.ts'
import { ownOnly, type Preview, previewOf } from '../assessing/preview.ts'
import type { AgencyType } from '../codes/agency-types.ts'
import type { Concern } from '../concerns/concern.ts'
import type { StoredConcern } from '../concerns/stored-concern.ts'
import type { Unread } from '../concerns/unread.ts'
import { concernIdSchema } from '../kernel/ids.ts'
import { present } from '../kernel/present.ts'
import { type AssessConcernDeps, lookupKeysOfConcern } from './assess-concern.ts'
import type { RecordDeps } from './record-refusal.ts'

/** The authority whose register is asked, and the kind of service that would send the concern. */
export type PreviewConcernInput = {
  readonly by: By
  readonly concern: Concern
  readonly unread?: readonly Unread[]
  readonly incomplete?: true
  readonly authority: AuthorityCode
  readonly agencyType: AgencyType
}

export type PreviewConcernDeps = Pick<AssessConcernDeps, 'gather' | 'recall' | 'model' | 'trial'> &
  RecordDeps

/** Taken for granted: a preview asks what the table says, not whether somebody has signed. */
const agreedAlways = (authority: AuthorityCode): Agreement => ({
  agency: 'preview',
  authority,
  version: 1,
  purposes: ['safeguarding', 'welfare', 'other'],
  isCommissioned: false,
  from: '2000-01-01',
  until: '9999-12-31',
  reviewedOn: '9999-12-31',
})

/** The concern as if a service of this kind had just sent it, under an agreement with everybody. */
const asIfSent = (
  { concern, unread, incomplete, agencyType }: PreviewConcernInput,
  { now, newId }: { readonly now: Date; readonly newId: PreviewConcernDeps['newId'] },
): StoredConcern => ({
  concernId: concernIdSchema.parse(newId(now)),
  version: 1,
  state: 'RECEIVED',
  concern,
  ...present({ unread, incomplete }),
  submittedBy: { clientId: 'preview', agency: 'preview', agencyName: 'Preview', agencyType },
  receivedAt: now.toISOString(),
  feedback: [],
})

/**
 * What would happen if a service of this kind sent this concern now, by the same calls as an assessment, against the
 * caller's own register. Stores nothing but the entry that somebody looked, which comes before the answer.
 */
export const previewConcern = async (
  input: PreviewConcernInput,
  deps: PreviewConcernDeps,
): Promise<Preview> => {
  const { by, concern, authority, agencyType } = input
  const now = deps.now()
  const stored = asIfSent(input, { now, newId: deps.newId })
  const gathered = await deps.gather(lookupKeysOfConcern(concern), {
    agency: stored.submittedBy.agency,
    authority,
    modelVersion: deps.model.version,
  })
  const known = { ...ownOnly(gathered, authority), agreements: [agreedAlways(authority)] }
  const match = identify(stored, known, deps)
  const past = await deps.recall(stored, joinedBy(match, known))
  const step: Step = { number: 1, cause: 'received', now, newId: deps.newId }
  const plan = assessMatch(stored, { match, known, past }, step)
  const children = plan.assessment.matched.map(({ childId }) => childId)
  const { rule, decision, policyVersion } = plan.assessment.decision
  const record = recorderOf(by, { now, newId: deps.newId })
  const entry = record('CONCERN_PREVIEWED', [by.caller.clientId, ...children], {
    rule,
    policyVersion,
    codes: { decision, match: match.band, agencyType },
  })
  await deps.record([entry])
  return previewOf(plan, authority)
}
