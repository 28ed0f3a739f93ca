import { indexRingKind } from '../../kms/index-ring.ts'
import { writtenAgreementKind } from '../agreement-clocks.ts'
import { agreementKind } from '../agreements.ts'
import {
  alertKind,
  alertLineKind,
  countedAlertKind,
  openedAlertKind,
  relatedAlertKind,
} from '../alert-kinds.ts'
import { assessmentKind } from '../assessment-kind.ts'
import { sealedEntryKind, waitingEntryKind } from '../audit-rows.ts'
import { changeToldKind } from '../changes-told.ts'
import { checkpointChoiceKind } from '../checkpoint-choice.ts'
import { checkpointsSentKind } from '../checkpoints-sent.ts'
import { chronologyKind, entryKind, supersededKind, withheldKind } from '../chronology-kinds.ts'
import { assertionKind, clientKind } from '../clients.ts'
import {
  againKind,
  arrivalKind,
  concernKind,
  receivedKind,
  sentLineKind,
  tellingKind,
} from '../concern-kinds.ts'
import { consentChangeKind, consentCountKind } from '../consent-changes.ts'
import { deliveryKeyKind } from '../delivery-keys.ts'
import { agencyKind, authorityKind } from '../directory.ts'
import { elsewhereKind } from '../elsewhere.ts'
import { emergencyKind, emergencyLineKind } from '../emergency-kinds.ts'
import { engagementKind } from '../engagements.ts'
import { expiredThroughKind } from '../expired-through.ts'
import { householdChangeKind } from '../household-rows.ts'
import { idempotencyKind } from '../idempotency.ts'
import { leftOverKind } from '../left-over.ts'
import { leftOverMarkKind } from '../left-over-marks.ts'
import { legalHoldKind } from '../legal-holds.ts'
import { batchKind, checkpointKind, logHeadKind } from '../log-rows.ts'
import { lookupKind, lookupsKind } from '../lookup-kinds.ts'
import { messageKind } from '../message-kind.ts'
import { newestChangeKind } from '../newest-change.ts'
import { protectionKind } from '../protections.ts'
import { quarantinedKind } from '../quarantine.ts'
import { quotaKind } from '../quotas.ts'
import { registerImportKind } from '../register-imports.ts'
import {
  adultKind,
  childKind,
  childLineKind,
  indexEntryKind,
  recordPlaceKind,
  rekeyKind,
  unfinishedKind,
} from '../register-kinds.ts'
import { registerLoadKind } from '../register-loads.ts'
import { countedQuestionKind, reviewKind, reviewLineKind } from '../review-kinds.ts'
import { rotationKind, rotationWishKind } from '../rotation-rows.ts'
import { signingKeyKind } from '../signing-key.ts'
import { silenceKind } from '../silences.ts'
import type { Row } from '../store.ts'
import type { TableName } from '../tables.ts'
import { trialKind } from '../trial.ts'
import { unagreedKind } from '../unagreed.ts'
import { unreadKind } from '../unread-alerts.ts'
import { watchedThroughKind, watchReportKind } from '../watch-reports.ts'
import { withdrawalKind } from '../withdrawals.ts'
import type { RowKind } from './row-kind.ts'
import type { RowName } from './row-names.ts'

/** Every kind of row that the hub writes, by its name. */
export const rowKinds: Readonly<Record<RowName, RowKind>> = {
  authority: authorityKind,
  agency: agencyKind,
  client: clientKind,
  agreement: agreementKind,
  'legal-hold': legalHoldKind,
  assertion: assertionKind,
  'delivery-key': deliveryKeyKind,
  'signing-key': signingKeyKind,
  'received-concern': receivedKind,
  'consent-change': consentChangeKind,
  'consent-count': consentCountKind,
  withdrawal: withdrawalKind,
  'newest-change': newestChangeKind,
  silence: silenceKind,
  engagement: engagementKind,
  arrival: arrivalKind,
  idempotency: idempotencyKind,
  quota: quotaKind,
  child: childKind,
  'child-line': childLineKind,
  'record-place': recordPlaceKind,
  adult: adultKind,
  'index-entry': indexEntryKind,
  'index-key': indexRingKind,
  'checkpoint-choice': checkpointChoiceKind,
  'index-rotation': rotationKind,
  'index-rotation-wish': rotationWishKind,
  concern: concernKind,
  'sent-line': sentLineKind,
  assessment: assessmentKind,
  'left-over': leftOverKind,
  'left-over-mark': leftOverMarkKind,
  'unfinished-keys': unfinishedKind,
  rekey: rekeyKind,
  'register-load': registerLoadKind,
  'register-import': registerImportKind,
  alert: alertKind,
  'alert-line': alertLineKind,
  'counted-alert': countedAlertKind,
  'related-alert': relatedAlertKind,
  'opened-alert': openedAlertKind,
  'unread-alert': unreadKind,
  review: reviewKind,
  'review-line': reviewLineKind,
  'counted-question': countedQuestionKind,
  'emergency-access': emergencyKind,
  'emergency-line': emergencyLineKind,
  trial: trialKind,
  message: messageKind,
  chronology: chronologyKind,
  entry: entryKind,
  'withheld-entry': withheldKind,
  superseded: supersededKind,
  'household-change': householdChangeKind,
  'written-agreement': writtenAgreementKind,
  telling: tellingKind,
  lookup: lookupKind,
  lookups: lookupsKind,
  protection: protectionKind,
  again: againKind,
  unagreed: unagreedKind,
  'checkpoints-sent': checkpointsSentKind,
  'change-told': changeToldKind,
  elsewhere: elsewhereKind,
  'watch-report': watchReportKind,
  'watched-through': watchedThroughKind,
  'expired-through': expiredThroughKind,
  quarantined: quarantinedKind,
  'waiting-entry': waitingEntryKind,
  'sealed-entry': sealedEntryKind,
  'log-head': logHeadKind,
  batch: batchKind,
  checkpoint: checkpointKind,
}

const wordsOf = (key: unknown): string => String(key).split('#')[0] ?? ''

/** The kinds as which a row is read: its own, and the lines that indexes give of it. None: no kind that is known here. */
export const kindsOfRow = (
  table: TableName,
  row: Row,
  kinds: Readonly<Partial<Record<RowName, RowKind>>> = rowKinds,
): readonly RowKind[] => {
  const start = `${table} ${wordsOf(row['pk'])}`
  const places: readonly string[] = [`${start} ${wordsOf(row['sk'])}`, `${start} *`]
  return Object.values(kinds).filter(
    (kind) =>
      kind.places.some((place) => places.includes(place)) &&
      (kind.lineOf === undefined || kind.lineOf in row),
  )
}
