import type { RouteName } from '../../config/routes.ts'
import type { Contract } from '../contract.ts'
import { countAlertsContract } from './alert-volume.ts'
import {
  acknowledgeAlertContract,
  explainAlertContract,
  giveFeedbackContract,
  listAlertsContract,
  readAlertContract,
  recordOutcomeContract,
} from './alerts.ts'
import { listAuditEntriesContract } from './audit.ts'
import { readChronologyContract } from './chronology.ts'
import {
  challengeAnswerContract,
  changeConsentContract,
  followConcernContract,
  listConcernsContract,
  submitConcernContract,
  withdrawConcernContract,
} from './concerns.ts'
import { describeApiContract, healthContract } from './description.ts'
import { previewConcernContract } from './preview.ts'
import { putChildContract } from './register.ts'
import { decideReviewContract, listReviewsContract, readReviewContract } from './reviews.ts'
import { issueTokenContract } from './token.ts'

/** Every route with its contract: a route without one does not compile. The OpenAPI document is made from this. */
export const contracts = {
  issueToken: issueTokenContract,
  submitConcern: submitConcernContract,
  previewConcern: previewConcernContract,
  followConcern: followConcernContract,
  listConcerns: listConcernsContract,
  withdrawConcern: withdrawConcernContract,
  changeConsent: changeConsentContract,
  challengeAnswer: challengeAnswerContract,
  listAlerts: listAlertsContract,
  countAlerts: countAlertsContract,
  readAlert: readAlertContract,
  explainAlert: explainAlertContract,
  acknowledgeAlert: acknowledgeAlertContract,
  recordOutcome: recordOutcomeContract,
  giveFeedback: giveFeedbackContract,
  listReviews: listReviewsContract,
  readReview: readReviewContract,
  decideReview: decideReviewContract,
  putChild: putChildContract,
  readChronology: readChronologyContract,
  listAuditEntries: listAuditEntriesContract,
  describeApi: describeApiContract,
  health: healthContract,
} as const satisfies Record<RouteName, Contract>
