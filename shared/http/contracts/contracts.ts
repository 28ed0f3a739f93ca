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
import {
  challengeAnswerContract,
  followConcernContract,
  submitConcernContract,
} from './concerns.ts'
import { describeApiContract, healthContract } from './description.ts'
import { putChildContract } from './register.ts'
import { issueTokenContract } from './token.ts'

/** Every route with its contract: a route without one does not compile. The OpenAPI document is made from this. */
export const contracts = {
  issueToken: issueTokenContract,
  submitConcern: submitConcernContract,
  followConcern: followConcernContract,
  challengeAnswer: challengeAnswerContract,
  listAlerts: listAlertsContract,
  countAlerts: countAlertsContract,
  readAlert: readAlertContract,
  explainAlert: explainAlertContract,
  acknowledgeAlert: acknowledgeAlertContract,
  recordOutcome: recordOutcomeContract,
  giveFeedback: giveFeedbackContract,
  putChild: putChildContract,
  listAuditEntries: listAuditEntriesContract,
  describeApi: describeApiContract,
  health: healthContract,
} as const satisfies Record<RouteName, Contract>
