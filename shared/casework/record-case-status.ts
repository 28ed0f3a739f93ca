import { isTheirs } from '../agencies/access.ts'
import { nameOfHolder } from '../agencies/holder.ts'
import { type By, recorderOf } from '../agencies/recorder-of.ts'
import { personOf } from '../agencies/same-person.ts'
import { type Alert, concernsIn } from '../alerts/alert.ts'
import { entriesOfCaseEnded } from '../alerts/answers/entries-of-outcome.ts'
import { secondPersonFor } from '../alerts/answers/prior-alerts.ts'
import {
  type CaseStatusResult,
  recordCaseStatus as record,
  withCaseStatus,
} from '../alerts/answers/record-case-status.ts'
import type { Assessment } from '../assessing/assessment.ts'
import { sharesAsSent } from '../assessing/shares-in-full.ts'
import type { CaseStatus } from '../codes/case-statuses.ts'
import { type Accepted, asAccepted } from '../concerns/accepted.ts'
import type { StoredConcern } from '../concerns/stored-concern.ts'
import type { AlertId, ConcernId } from '../kernel/ids.ts'
import { answeredBefore, type GiveAnswerDeps, nothingBeside } from './give-answer.ts'
import { type TheirAlertDeps, theirAlert } from './their-alert.ts'

export type RecordCaseStatusDeps = TheirAlertDeps &
  Pick<GiveAnswerDeps, 'readConcern' | 'related' | 'unreadAmong' | 'commit'> & {
    readonly readAccepted: (concernId: ConcernId) => Promise<Accepted>
    readonly latestAssessment: (stored: StoredConcern) => Promise<Assessment | undefined>
  }

export type RecordCaseStatusInput = {
  readonly by: By
  readonly alertId: AlertId
  readonly status: CaseStatus
  readonly expectedVersion: number
}

export type RecordCaseStatusResult =
  | CaseStatusResult
  | { readonly kind: 'not-found' | 'not-theirs' }

/** Whether work on this family may not be ended by one person: H3 or H4 within three months, or another alert unread (F14). */
const needsTwo = async (
  alert: Alert,
  { by, now, deps }: Pick<RecordCaseStatusInput, 'by'> & Context,
): Promise<boolean> => {
  const { authority = alert.authority } = by.caller
  const isLead = isTheirs(by.caller, 'alert.see-leads-only', { ...alert, authority })
  const related = await deps.related(alert, { isLead })
  const unread = await deps.unreadAmong(related.map(({ alertId }) => alertId))
  return secondPersonFor(alert, { related, unread, isPlanned: false }, now) !== undefined
}

type Context = { readonly now: Date; readonly deps: RecordCaseStatusDeps }

/**
 * The concerns whose senders are told: where the table shares on what was sent alone, with consent as it now stands. So
 * neither that it is said, nor that it is not, follows from whom we know.
 */
const concernsTold = async (alert: Alert, { now, deps }: Context): Promise<StoredConcern[]> => {
  const told = await Promise.all(
    concernsIn(alert).map(async (concernId) => {
      const [stored, accepted] = await Promise.all([
        deps.readConcern(concernId),
        deps.readAccepted(concernId),
      ])
      const assessment = stored && (await deps.latestAssessment(stored))
      if (stored === undefined || assessment === undefined) return []
      return sharesAsSent(asAccepted(stored, accepted), assessment, now)
        ? (withCaseStatus(stored, alert) ?? [])
        : []
    }),
  )
  return told.flat()
}

const actions = {
  OPEN: 'CASE_STATUS_RECORDED',
  ENDED: 'CASE_STATUS_RECORDED',
  proposed: 'CASE_END_PROPOSED',
} as const

/**
 * Says that the work that followed an alert goes on, or has ended: a person says it, and nothing is read of the register. Of an
 * alert that was closed when its authority ended whoever took the place says it.
 */
export const recordCaseStatus = async (
  { by, alertId, status, expectedVersion }: RecordCaseStatusInput,
  deps: RecordCaseStatusDeps,
): Promise<RecordCaseStatusResult> => {
  const read = await theirAlert({ by, alertId, act: 'alert.answer' }, deps)
  if (read.kind !== 'theirs') return read
  const { alert: before } = read
  const now = deps.now()
  const result = record(before, status, {
    person: personOf(by),
    expectedVersion,
    now,
    needsTwo: status === 'ENDED' && (await needsTwo(before, { by, now, deps })),
  })
  if (result.kind === 'already-answered')
    await deps.record(answeredBefore(before, by, { action: 'CASE_STATUS_RECORDED', ...deps }))
  if (result.kind !== 'answered') return result
  const { alert } = result
  const concerns = result.now === 'proposed' ? [] : await concernsTold(alert, { now, deps })
  const codes = { version: String(alert.version), status, told: String(concerns.length) }
  const entries = recorderOf(by, { now, newId: deps.newId })(
    actions[result.now],
    [alertId, ...concernsIn(alert)],
    { people: alert.children, codes },
  )
  const authorityName = nameOfHolder(await deps.readDirectory(), alert.authority)
  const chronology =
    result.now === 'ENDED'
      ? entriesOfCaseEnded(alert, { entryId: entries[0].entryId, authorityName })
      : []
  const change = { ...nothingBeside, alert, concerns, chronology, entries }
  const committed = await deps.commit(change)
  return committed === 'committed' ? result : { kind: 'changed-since-read' }
}
