import type { Leaving } from '../audit/requests-and-entries.ts'
import type { RouteName } from '../config/routes.ts'

/** What the answers of each route leave in the audit log: a new route asks for its line. */
const entriesOfRoutes: Readonly<Record<RouteName, Leaving>> = {
  issueToken: 'some',
  publishKeys: 'none',
  submitConcern: 'some',
  previewConcern: 'each',
  followConcern: 'each',
  listConcerns: 'each',
  withdrawConcern: 'some',
  changeConsent: 'some',
  challengeAnswer: 'some',
  listAlerts: 'each',
  countAlerts: 'each',
  readAlert: 'each',
  explainAlert: 'each',
  acknowledgeAlert: 'some',
  recordOutcome: 'some',
  giveFeedback: 'some',
  recordTelling: 'some',
  sendTestAlert: 'some',
  listReviews: 'each',
  readReview: 'each',
  decideReview: 'some',
  readWatchReport: 'each',
  tickFinding: 'some',
  putChild: 'some',
  readChild: 'each',
  listChildren: 'each',
  correctChild: 'some',
  liftChildRestriction: 'some',
  deleteChild: 'some',
  putAdult: 'some',
  readAdult: 'each',
  correctAdult: 'some',
  liftAdultRestriction: 'some',
  deleteAdult: 'some',
  readChronology: 'each',
  askEmergencyAccess: 'some',
  listEmergencyAccesses: 'each',
  readEmergencyAccess: 'each',
  approveEmergencyAccess: 'some',
  reviewEmergencyAccess: 'some',
  listAuditEntries: 'each',
  proveAuditEntry: 'each',
  readCheckpoint: 'each',
  proveConsistency: 'each',
  searchPeople: 'each',
  openSubjectAccess: 'some',
  readSubjectAccess: 'each',
  unmaskSubjectAccess: 'some',
  exportAuditEntries: 'each',
  describeApi: 'none',
  describeIssuer: 'none',
  health: 'none',
}

const byName: ReadonlyMap<string, Leaving> = new Map(Object.entries(entriesOfRoutes))

/** Of what is no route there is none. */
export const leavingOf = (route: string | undefined): Leaving =>
  (route === undefined ? undefined : byName.get(route)) ?? 'none'
