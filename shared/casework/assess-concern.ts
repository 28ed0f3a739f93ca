import { type AgreedWith, agreedWith } from '../agencies/agreed-times.ts'
import type { Agreement } from '../agencies/agreement.ts'
import type { DirectoryDeps } from '../agencies/directory.ts'
import { holderOnSide } from '../agencies/rehearsal.ts'
import type { Alert } from '../alerts/alert.ts'
import { type Resent, repeats } from '../alerts/further-notice.ts'
import { assess, type Household, type Step } from '../assessing/assess.ts'
import { canaryHits } from '../assessing/canary-hits.ts'
import { type AssessmentCommit, commitOf } from '../assessing/commit-plan.ts'
import type {
  EarlierTelling,
  Gather,
  GatherAround,
  Seek,
  SendersPast,
} from '../assessing/gathered.ts'
import { identify } from '../assessing/identify.ts'
import { everybodyIn } from '../assessing/person-match.ts'
import { recordsRead } from '../assessing/rests-on.ts'
import { seeksOf } from '../assessing/seeks-of.ts'
import type { Recorder } from '../audit/audit-entry.ts'
import { londonDay } from '../calendar/london-day.ts'
import { type Accepted, withAcceptedConsent } from '../concerns/accepted.ts'
import type { StoredConcern } from '../concerns/stored-concern.ts'
import type { Clock } from '../kernel/clock.ts'
import type { AlertId, ConcernId, NewId, ReviewId } from '../kernel/ids.ts'
import { mostAttempts, storeBusy, untilItHolds } from '../kernel/until-it-holds.ts'
import type { Trial } from '../matching/trial.ts'
import { type Review, takenUp } from '../reviews/review.ts'
import { withPending } from '../reviews/with-verdict.ts'
import { isUndecided } from '../sharing/rules/silence.ts'
import { onOwnSide } from './on-own-side.ts'
import { type ProtectHouseholdDeps, protectHousehold } from './protect-household.ts'

/** `fresh` is the concern as the stream delivered it, which saves a read. */
export type AssessConcernInput = {
  readonly concernId: ConcernId
  readonly fresh?: StoredConcern
}

/** What every assessment reads and writes, the first and each that follows. */
export type AssessDeps = ProtectHouseholdDeps &
  DirectoryDeps & {
    readonly read: (concernId: ConcernId) => Promise<StoredConcern | undefined>
    /** What its sender has changed since, applied or not. */
    readonly readAccepted: (concernId: ConcernId) => Promise<Accepted>
    readonly gather: Gather
    readonly gatherAround: GatherAround
    readonly readAgreements: (agency: string) => Promise<readonly Agreement[]>
    /** Concerns of the same agency that state the same day of an incident. */
    readonly readTellings: (stored: StoredConcern) => Promise<readonly EarlierTelling[]>
    readonly readAlerts: (alertIds: readonly AlertId[]) => Promise<readonly Alert[]>
    readonly readReviews: (reviewIds: readonly ReviewId[]) => Promise<readonly Review[]>
    readonly recorder: (now: Date) => Recorder
    readonly trial: Trial
    readonly newId: NewId
    readonly now: Clock
  }

export type AssessConcernDeps = AssessDeps & {
  /** 'changed' when the concern, a chronology or what else it rests on moved since it was read: decide again on the new state. */
  readonly commit: (commit: AssessmentCommit) => Promise<'committed' | 'changed'>
}

export type AssessConcernResult =
  | { readonly kind: 'assessed'; readonly commit: AssessmentCommit; readonly isSilent: boolean }
  | { readonly kind: 'already-assessed' }

/**
 * Gathers, decides, commits: the reads first, then only pure calls, then one write. Whenever the commit finds the concern
 * changed, it is read and decided again.
 * @throws HubError store-busy when the state would not hold still; the stream or the sweep then tries again
 */
export const assessConcern = (
  { concernId, fresh }: AssessConcernInput,
  deps: AssessConcernDeps,
): Promise<AssessConcernResult> =>
  untilItHolds(
    async (attempt) => {
      const stored = (attempt === 0 ? fresh : undefined) ?? (await deps.read(concernId))
      if (stored?.state !== 'RECEIVED') return { kind: 'already-assessed' }
      const step = { cause: 'received', now: deps.now() } as const
      const commit = await planAssessment(stored, { step, record: deps.recorder(step.now) }, deps)
      if (commit === 'withdrawn') return { kind: 'already-assessed' }
      if ((await deps.commit(commit)) !== 'committed') return 'changed'
      return { kind: 'assessed', commit, isSilent: isUndecided(commit.assessment.decision) }
    },
    storeBusy(`concern ${concernId} changed ${mostAttempts} times while it was assessed`),
  )

/** Concerns of the same agency that told of this incident before, with the alerts they are in. */
const readResent = async (stored: StoredConcern, deps: AssessDeps): Promise<readonly Resent[]> => {
  const tellings = await deps.readTellings(stored)
  const ids = tellings
    .map(({ concernId }) => concernId)
    .filter((concernId) => concernId < stored.concernId)
  if (ids.length === 0) return []
  const earlier = (await deps.readConcerns(ids)).filter((one) => repeats(one, stored))
  return Promise.all(
    earlier.map(async (one) => ({
      stored: one,
      alerts: await deps.readAlerts(one.told.map(({ alertId }) => alertId)),
    })),
  )
}

/** Only of its own agency may a concern correct another; anything else is no correction. */
const readSender = async (stored: StoredConcern, deps: AssessDeps): Promise<SendersPast> => {
  const { concern, concernId, submittedBy } = stored
  const isClaim = concern.corrects !== undefined && concern.corrects !== concernId
  const [agreements, corrected] = await Promise.all([
    deps.readAgreements(submittedBy.agency),
    isClaim && concern.corrects !== undefined ? deps.readConcerns([concern.corrects]) : [],
  ])
  const [named] = corrected
  const isOwn = named?.submittedBy.agency === submittedBy.agency
  return {
    agreements,
    corrects: isOwn ? named.concernId : undefined,
    claimed: isOwn ? undefined : named?.concernId,
  }
}

/** Who everybody named is, and who is around them: the longest way through the tables, beside which all else is read. */
const readHousehold = async (
  stored: StoredConcern,
  seeks: readonly Seek[],
  { now, deps }: { readonly now: Date; readonly deps: AssessDeps },
): Promise<Pick<Household, 'holder' | 'matches' | 'around'> & { readonly agreed: AgreedWith }> => {
  const [gathered, directory] = await Promise.all([
    deps.gather(seeks, deps.model.version),
    deps.readDirectory(),
  ])
  const holder = holderOnSide(directory, stored.concern.authority, londonDay(now))
  const matches = identify(stored, gathered, { ...deps, holder })
  const around = await deps.gatherAround(everybodyIn(matches), gathered, { isLead: true })
  return { holder, matches, around, agreed: agreedWith(directory, now) }
}

/** What an assessment is made with, beside what is read for it. */
export type Making = {
  readonly step: Step
  readonly record: Recorder
  /** The review that a verdict or the clock has just ended. */
  readonly ended?: Review | undefined
}

/**
 * Everything that one assessment of this concern would change, on the register, the past, the law and consent as they now
 * are; the first assessment and every later one alike. 'withdrawn' where its sender has taken it back: nothing is decided on it any more.
 */
export const planAssessment = async (
  read: StoredConcern,
  { step, record, ended }: Making,
  world: AssessDeps,
): Promise<AssessmentCommit | 'withdrawn'> => {
  const deps = onOwnSide(read.submittedBy.agency, world)
  const seeks = seeksOf(read)
  const { now } = step
  const [accepted, { agreed, ...household }, sender, resent, alerts, reviews, protection] =
    await Promise.all([
      deps.readAccepted(read.concernId),
      readHousehold(read, seeks, { now, deps }),
      readSender(read, deps),
      readResent(read, deps),
      deps.readAlerts(read.told.map(({ alertId }) => alertId)),
      deps.readReviews(read.reviewIds),
      protectHousehold(read, seeks, { now, deps }),
    ])
  if (accepted.withdrawals.length > 0) return 'withdrawn'
  const stored = withAcceptedConsent(read, accepted)
  const pending = reviews.filter(({ isPending }) => isPending)
  const answered = withPending(stored, pending)
  const { isProtected, protections } = protection
  const assessed = assess(answered, { ...household, sender, isProtected }, step)
  const commit = commitOf(answered, assessed, {
    alerts,
    reviews,
    resent,
    agreedWith: agreed,
    sender,
    now,
    newId: deps.newId,
    record,
    ended: [...(ended === undefined ? [] : [ended]), ...pending.map(takenUp)],
  })
  const { assessment } = commit
  const hits = canaryHits(stored, { made: assessment, around: household.around }, record)
  const restsOn = { records: recordsRead(household.around), newestChange: accepted.newest }
  return { ...commit, protections, entries: [...commit.entries, ...hits], restsOn }
}
