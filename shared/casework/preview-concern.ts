import { isTheirs } from '../agencies/access.ts'
import { agreedAlways } from '../agencies/agreed-always.ts'
import type { AuthorityCode } from '../agencies/authorities.ts'
import { type By, recorderOf } from '../agencies/recorder-of.ts'
import { holderOnSide, sideOf } from '../agencies/rehearsal.ts'
import { assess } from '../assessing/assess.ts'
import { canaryHits } from '../assessing/canary-hits.ts'
import type { Neighbourhood } from '../assessing/gathered.ts'
import { identify } from '../assessing/identify.ts'
import { peopleConcerned } from '../assessing/people-concerned.ts'
import { everybodyIn } from '../assessing/person-match.ts'
import { ownOnly, type Preview, previewOf } from '../assessing/preview.ts'
import { seeksOf } from '../assessing/seeks-of.ts'
import { londonDay } from '../calendar/london-day.ts'
import type { AgencyType } from '../codes/agency-types.ts'
import type { Concern } from '../concerns/concern.ts'
import { newlyReceived } from '../concerns/newly-received.ts'
import { isOfStaffConflict, type StoredConcern } from '../concerns/stored-concern.ts'
import type { Unread } from '../concerns/unread.ts'
import { concernIdSchema, isOf } from '../kernel/ids.ts'
import { present } from '../kernel/present.ts'
import type { AssessDeps } from './assess-concern.ts'
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

export type PreviewConcernDeps = Pick<
  AssessDeps,
  'readDirectory' | 'gather' | 'gatherAround' | 'readConcerns' | 'model' | 'trial'
> &
  RecordDeps

/** The concern as if a service of this kind had just sent it. */
const asIfSent = (
  { concern, unread, incomplete, agencyType }: PreviewConcernInput,
  { now, newId }: { readonly now: Date; readonly newId: PreviewConcernDeps['newId'] },
): StoredConcern =>
  newlyReceived({
    concernId: concernIdSchema.parse(newId(now)),
    concern,
    ...present({ unread, incomplete }),
    submittedBy: { clientId: 'preview', agency: 'preview', agencyName: 'Preview', agencyType },
    receivedAt: now.toISOString(),
  })

/** What is remembered, without concerns that were not shared with this authority: a preview says nothing of them (policy §9.8). */
const sharedOnly = async (
  around: Neighbourhood,
  { authority, isLead }: { readonly authority: AuthorityCode; readonly isLead: boolean },
  { readConcerns }: PreviewConcernDeps,
): Promise<Neighbourhood> => {
  const ids = around.chronologies.flatMap(({ notifications }) =>
    notifications.map(({ concernId }) => concernId),
  )
  const shared = new Set(
    (await readConcerns([...new Set(ids)]))
      .filter(
        (one) =>
          one.told.some((telling) => telling.authority === authority) &&
          (isLead || !isOfStaffConflict(one)),
      )
      .map(({ concernId }) => concernId),
  )
  const isOwn = (id: string): boolean => isOf(authority, id)
  return {
    adults: around.adults.filter(({ adultId }) => isOwn(adultId)),
    children: around.children.filter(({ childId }) => isOwn(childId)),
    entries: around.entries.filter(({ childId }) => isOwn(childId)),
    chronologies: around.chronologies
      .filter(({ childId }) => isOwn(childId))
      .map((head) => ({
        ...head,
        notifications: head.notifications.filter(({ concernId }) => shared.has(concernId)),
      })),
  }
}

/**
 * What would happen if a service of this kind sent this concern now, by the same calls as an assessment, against the
 * caller's own register. Stores nothing but the entry that somebody looked and in which case, which comes before the
 * answer.
 */
export const previewConcern = async (
  input: PreviewConcernInput,
  deps: PreviewConcernDeps,
): Promise<Preview> => {
  const { by, authority, agencyType } = input
  const now = deps.now()
  const stored = asIfSent(input, { now, newId: deps.newId })
  const [all, directory] = await Promise.all([
    deps.gather(seeksOf(stored), deps.model.version),
    deps.readDirectory(),
  ])
  const gathered = ownOnly(all, authority)
  const side = sideOf(directory, authority)
  const holder = holderOnSide(side, stored.concern.authority, londonDay(now))
  const matches = identify(stored, gathered, { ...deps, holder })
  const centre = everybodyIn(matches)
  const isLead = isTheirs(by.caller, 'alert.see-leads-only', { authority })
  const near = await deps.gatherAround(centre, gathered, { isLead })
  const around = await sharedOnly(near, { authority, isLead }, deps)
  const sender = { agreements: [agreedAlways('preview', authority)], corrects: undefined }
  const assessed = assess(stored, { holder, matches, around, sender }, { cause: 'received', now })
  const { rule, decision, policyVersion } = assessed.assessment.decision
  const { match } = assessed.assessment.facts
  const record = recorderOf(by, { now, newId: deps.newId })
  const entries = record('CONCERN_PREVIEWED', [by.caller.clientId], {
    people: peopleConcerned(assessed.assessment),
    rule,
    policyVersion,
    codes: { decision, match, agencyType },
  })
  const made = { ...assessed.assessment, cause: 'received' as const }
  const hits = canaryHits(stored, { made, around: near }, record)
  await deps.record([...entries, ...hits])
  return previewOf(stored, assessed, authority)
}
