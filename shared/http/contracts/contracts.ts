import type { RouteName } from '../../config/routes.ts'
import type { Contract } from '../contract.ts'
import {
  correctAdultContract,
  deleteAdultContract,
  liftAdultRestrictionContract,
  putAdultContract,
  readAdultContract,
} from './adults.ts'
import {
  acknowledgeAlertContract,
  giveFeedbackContract,
  handOverAlertContract,
  recordCaseStatusContract,
  recordOutcomeContract,
  recordTellingContract,
} from './alert-answers.ts'
import { readAlertReadersContract } from './alert-readers.ts'
import { countAlertsContract } from './alert-volume.ts'
import { explainAlertContract, listAlertsContract, readAlertContract } from './alerts.ts'
import { exportAuditEntriesContract, listAuditEntriesContract } from './audit.ts'
import {
  proveAuditEntryContract,
  proveConsistencyContract,
  readCheckpointContract,
} from './audit-proofs.ts'
import { readChronologyContract } from './chronology.ts'
import {
  challengeAnswerContract,
  changeConsentContract,
  followConcernContract,
  listConcernsContract,
  locateConcernContract,
  reportEngagementContract,
  submitConcernContract,
  withdrawConcernContract,
} from './concerns.ts'
import { describeApiContract, describeEventsContract, healthContract } from './description.ts'
import {
  approveEmergencyAccessContract,
  askEmergencyAccessContract,
  listEmergencyAccessesContract,
  readEmergencyAccessContract,
  reviewEmergencyAccessContract,
} from './emergency-access.ts'
import { describeIssuerContract, publishKeysContract } from './keys.ts'
import { previewConcernContract } from './preview.ts'
import { listRegisterLoadsContract, readRegisterLoadContract } from './read-loads.ts'
import {
  correctChildContract,
  deleteChildContract,
  liftChildRestrictionContract,
  listChildrenContract,
  putChildContract,
  readChildContract,
  recordWrittenAgreementContract,
} from './register.ts'
import {
  applyRegisterImportContract,
  beginRegisterImportContract,
  checkRegisterImportContract,
  readRegisterImportContract,
  readRowsToMendContract,
} from './register-imports.ts'
import { loadRegisterContract } from './register-loads.ts'
import { searchRegisterContract } from './register-searches.ts'
import { decideReviewContract, listReviewsContract, readReviewContract } from './reviews.ts'
import {
  openSubjectAccessContract,
  readSubjectAccessContract,
  searchPeopleContract,
  unmaskSubjectAccessContract,
} from './subject-access.ts'
import { sendTestAlertContract } from './test-alerts.ts'
import { issueTokenContract } from './token.ts'
import { readWatchReportContract, tickFindingContract } from './watch-reports.ts'

/** Every route with its contract: a route without one does not compile. The OpenAPI document is made from this. */
export const contracts = {
  issueToken: issueTokenContract,
  publishKeys: publishKeysContract,
  submitConcern: submitConcernContract,
  previewConcern: previewConcernContract,
  locateConcern: locateConcernContract,
  followConcern: followConcernContract,
  listConcerns: listConcernsContract,
  withdrawConcern: withdrawConcernContract,
  reportEngagement: reportEngagementContract,
  changeConsent: changeConsentContract,
  challengeAnswer: challengeAnswerContract,
  listAlerts: listAlertsContract,
  countAlerts: countAlertsContract,
  readAlert: readAlertContract,
  explainAlert: explainAlertContract,
  readAlertReaders: readAlertReadersContract,
  acknowledgeAlert: acknowledgeAlertContract,
  handOverAlert: handOverAlertContract,
  recordOutcome: recordOutcomeContract,
  giveFeedback: giveFeedbackContract,
  recordTelling: recordTellingContract,
  recordCaseStatus: recordCaseStatusContract,
  sendTestAlert: sendTestAlertContract,
  listReviews: listReviewsContract,
  readReview: readReviewContract,
  decideReview: decideReviewContract,
  readWatchReport: readWatchReportContract,
  tickFinding: tickFindingContract,
  putChild: putChildContract,
  readChild: readChildContract,
  listChildren: listChildrenContract,
  correctChild: correctChildContract,
  liftChildRestriction: liftChildRestrictionContract,
  deleteChild: deleteChildContract,
  recordWrittenAgreement: recordWrittenAgreementContract,
  loadRegister: loadRegisterContract,
  listRegisterLoads: listRegisterLoadsContract,
  readRegisterLoad: readRegisterLoadContract,
  beginRegisterImport: beginRegisterImportContract,
  readRegisterImport: readRegisterImportContract,
  checkRegisterImport: checkRegisterImportContract,
  applyRegisterImport: applyRegisterImportContract,
  readRowsToMend: readRowsToMendContract,
  searchRegister: searchRegisterContract,
  putAdult: putAdultContract,
  readAdult: readAdultContract,
  correctAdult: correctAdultContract,
  liftAdultRestriction: liftAdultRestrictionContract,
  deleteAdult: deleteAdultContract,
  readChronology: readChronologyContract,
  askEmergencyAccess: askEmergencyAccessContract,
  listEmergencyAccesses: listEmergencyAccessesContract,
  readEmergencyAccess: readEmergencyAccessContract,
  approveEmergencyAccess: approveEmergencyAccessContract,
  reviewEmergencyAccess: reviewEmergencyAccessContract,
  listAuditEntries: listAuditEntriesContract,
  proveAuditEntry: proveAuditEntryContract,
  readCheckpoint: readCheckpointContract,
  proveConsistency: proveConsistencyContract,
  searchPeople: searchPeopleContract,
  openSubjectAccess: openSubjectAccessContract,
  readSubjectAccess: readSubjectAccessContract,
  unmaskSubjectAccess: unmaskSubjectAccessContract,
  exportAuditEntries: exportAuditEntriesContract,
  describeApi: describeApiContract,
  describeEvents: describeEventsContract,
  describeIssuer: describeIssuerContract,
  health: healthContract,
} as const satisfies Record<RouteName, Contract>
