import { silenceContested, withSilence } from '../../shared/alerts/answers/contested-silence.ts'
import { putNew } from '../../shared/aws/dynamodb/actions.ts'
import { alertOf } from '../../shared/aws/dynamodb/alert-rows.ts'
import { arrivalRow } from '../../shared/aws/dynamodb/arrivals.ts'
import { chunksOf } from '../../shared/aws/dynamodb/chunks-of.ts'
import {
  concernOf,
  putConcern,
  waitingForAssessment,
} from '../../shared/aws/dynamodb/concern-rows.ts'
import { consentChangeKind, waitingForConsent } from '../../shared/aws/dynamodb/consent-changes.ts'
import type { ScanPages } from '../../shared/aws/dynamodb/count-conservation.ts'
import { engagementKind, waitingForEngagement } from '../../shared/aws/dynamodb/engagements.ts'
import { alertKey, concernKey } from '../../shared/aws/dynamodb/keys.ts'
import { silenceKind, waitingForSilence } from '../../shared/aws/dynamodb/silences.ts'
import type { Action, Key, Row, Store } from '../../shared/aws/dynamodb/store.ts'
import { waitingForWithdrawal, withdrawalKind } from '../../shared/aws/dynamodb/withdrawals.ts'
import { failureOf } from '../../shared/casework/failure-of.ts'
import { isAsLate } from '../../shared/concerns/consent-change.ts'
import { isTakenUp } from '../../shared/concerns/engagement.ts'
import type { StoredConcern } from '../../shared/concerns/stored-concern.ts'
import type { Clock } from '../../shared/kernel/clock.ts'

type Deps = {
  readonly store: Store
  readonly tables: { readonly intake: string; readonly casework: string }
  readonly scan: ScanPages
  readonly now: Clock
}

const atOnce = 20
const isReceived = ({ pk }: Row): boolean => String(pk).startsWith('CONCERN#')

/** What it is, by the first word of its key. */
const wordOf = ({ sk }: Row): string => String(sk).split('#')[0] ?? ''
const keyOf = ({ pk, sk }: Row): Key => ({ pk: String(pk), sk: String(sk) })

/** As what a sweep looks for it, by what it is. */
const waitingAs: Readonly<Record<string, string>> = {
  CONCERN: waitingForAssessment,
  CONSENT: waitingForConsent,
  WITHDRAWAL: waitingForWithdrawal,
  ENGAGEMENT: waitingForEngagement,
  SILENCE: waitingForSilence,
}

/** All of it is as pressing as can be: nobody has looked at it since the backup. Nothing where no sweep looks for such a row. */
const arrive = (row: Row, at: string, { tables }: Deps): readonly Action[] => {
  const kind = waitingAs[wordOf(row)]
  if (kind === undefined) return []
  return [putNew(tables.intake, arrivalRow(keyOf(row), kind, { at, urgency: 'immediate' }))]
}

/** What of a challenge of silence casework does not know: in the concern, and in the alerts that still owe an answer. */
const ofSilence = async (
  row: Row,
  stored: StoredConcern,
  deps: Deps,
): Promise<readonly Action[]> => {
  const { silence } = silenceKind.read(row)
  const { store, tables } = deps
  const isKnown = stored.silences?.some(({ level }) => level === silence.level) === true
  const rows = await store.batch({
    [tables.casework]: stored.told.map(({ alertId }) => alertKey(alertId)),
  })
  const isPassedOn = rows
    .map(alertOf)
    .every(
      (alert) =>
        silenceContested(alert, silence) === undefined ||
        alert.silences?.some(({ level }) => level === silence.level) === true,
    )
  return [
    ...(isKnown ? [] : [putConcern(tables.casework, withSilence(stored, silence))]),
    ...(isKnown && isPassedOn ? [] : arrive(row, silence.at, deps)),
  ]
}

type Missing = (
  row: Row,
  stored: StoredConcern,
  deps: Deps,
) => readonly Action[] | Promise<readonly Action[]>

/** What must be written so that what was received takes effect, by what it is: nothing where casework shows the effect. */
const missing: Readonly<Record<string, Missing>> = {
  CONCERN: (row, { state, receivedAt: at }, deps) =>
    state === 'RECEIVED' ? arrive(row, at, deps) : [],
  CONSENT: (row, { consentNow }, deps) => {
    const { change } = consentChangeKind.read(row)
    const isApplied = consentNow !== undefined && isAsLate(consentNow, change)
    return isApplied ? [] : arrive(row, change.recordedAt, deps)
  },
  WITHDRAWAL: (row, { state }, deps) => {
    const { recordedAt: at } = withdrawalKind.read(row).withdrawal
    return state === 'WITHDRAWN' ? [] : arrive(row, at, deps)
  },
  ENGAGEMENT: (row, { engagements = [] }, deps) => {
    const { engagement } = engagementKind.read(row)
    return isTakenUp(engagement, engagements) ? [] : arrive(row, engagement.recordedAt, deps)
  },
  SILENCE: ofSilence,
}

/** What must be written so that something received takes effect, where casework as it was restored shows none. */
const missingEffect = async (
  row: Row,
  stored: StoredConcern,
  deps: Deps,
): Promise<readonly Action[]> => {
  if (stored.state === 'EXPIRED') return []
  return (await missing[wordOf(row)]?.(row, stored, deps)) ?? []
}

const toWrite = async (
  row: Row,
  rows: readonly [Row | undefined, Row | undefined],
  deps: Deps,
): Promise<readonly Action[]> => {
  try {
    const stored = concernOf(...rows)
    return stored === undefined ? [] : await missingEffect(row, stored, deps)
  } catch (error) {
    // What nobody can read waits too: the sweep sets it aside, where an operator finds it, and it keeps no other back.
    if (failureOf(error)?.isLasting === true) return arrive(row, deps.now().toISOString(), deps)
    throw error
  }
}

const takeUp = async (row: Row, deps: Deps): Promise<boolean> => {
  const { store, tables } = deps
  const key = concernKey(String(row['pk']).slice('CONCERN#'.length))
  const rows = await Promise.all([store.get(tables.intake, key), store.get(tables.casework, key)])
  let isDone = false
  // Refused where it waits already: it was never taken up, or a former run has been here.
  for (const action of await toWrite(row, rows, deps))
    isDone = (await store.transact([action])) === 'committed' || isDone
  return isDone
}

/**
 * Where casework was exported before intake, what was taken up in between has lost its effect and waits no more: nothing
 * would ever find it. It is made to wait again. What already has its effect is left, so this may be done as often as one likes.
 */
export const takeUpAgain = async (deps: Deps): Promise<number> => {
  let count = 0
  for await (const page of deps.scan(deps.tables.intake))
    for (const some of chunksOf(page.filter(isReceived), atOnce))
      count += (await Promise.all(some.map((row) => takeUp(row, deps)))).filter(Boolean).length
  return count
}
