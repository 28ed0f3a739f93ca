import type { QuotaKind } from '../codes/quotas.ts'
import type { RouteName } from '../config/routes.ts'

/**
 * Under what a call of a route counts, and what follows once the client is over its quota: it is refused, refused below
 * H3, or goes on while a person is asked. What waits for somebody (alerts, reviews, answers, what a sender follows) always
 * goes on, for any of it may be of H3 or H4.
 */
type Counted = {
  readonly kind: QuotaKind
  /** `refused-to-one`: to a person who is counted alone; a system of which nobody vouches for who is there counts as one, and goes on. */
  readonly over: 'refused' | 'refused-to-one' | 'refused-below-h3' | 'goes-on'
}

const ownWork = { kind: 'reads', over: 'goes-on' } as const
const lookUp = { kind: 'reads', over: 'refused' } as const

export const countedRoutes: Readonly<Record<RouteName, Counted | undefined>> = {
  issueToken: { kind: 'tokens', over: 'goes-on' },
  publishKeys: undefined,
  submitConcern: { kind: 'concerns', over: 'refused-below-h3' },
  previewConcern: { kind: 'previews', over: 'refused' },
  locateConcern: lookUp,
  followConcern: ownWork,
  listConcerns: ownWork,
  withdrawConcern: undefined,
  changeConsent: { kind: 'consentChanges', over: 'refused-below-h3' },
  reportEngagement: { kind: 'consentChanges', over: 'refused-below-h3' },
  challengeAnswer: undefined,
  listAlerts: ownWork,
  countAlerts: lookUp,
  readAlert: ownWork,
  explainAlert: ownWork,
  readAlertReaders: ownWork,
  acknowledgeAlert: undefined,
  handOverAlert: undefined,
  recordOutcome: undefined,
  giveFeedback: undefined,
  recordTelling: undefined,
  recordCaseStatus: undefined,
  sendTestAlert: lookUp,
  listReviews: ownWork,
  readReview: ownWork,
  decideReview: undefined,
  readWatchReport: ownWork,
  tickFinding: undefined,
  putChild: undefined,
  readChild: lookUp,
  listChildren: lookUp,
  correctChild: undefined,
  liftChildRestriction: undefined,
  deleteChild: undefined,
  recordWrittenAgreement: undefined,
  loadRegister: undefined,
  listRegisterLoads: ownWork,
  readRegisterLoad: ownWork,
  beginRegisterImport: lookUp,
  readRegisterImport: ownWork,
  checkRegisterImport: undefined,
  applyRegisterImport: undefined,
  readRowsToMend: lookUp,
  searchRegister: lookUp,
  putAdult: undefined,
  readAdult: lookUp,
  correctAdult: undefined,
  liftAdultRestriction: undefined,
  deleteAdult: undefined,
  readChronology: { kind: 'reads', over: 'refused-below-h3' },
  askEmergencyAccess: { kind: 'emergencies', over: 'refused-to-one' },
  listEmergencyAccesses: ownWork,
  readEmergencyAccess: ownWork,
  approveEmergencyAccess: undefined,
  reviewEmergencyAccess: undefined,
  listAuditEntries: lookUp,
  proveAuditEntry: lookUp,
  readCheckpoint: ownWork,
  proveConsistency: ownWork,
  searchPeople: lookUp,
  openSubjectAccess: lookUp,
  readSubjectAccess: lookUp,
  unmaskSubjectAccess: undefined,
  // Whatever an auditor is owed goes on, part after part: each has an entry of its own.
  exportAuditEntries: ownWork,
  describeApi: undefined,
  describeEvents: undefined,
  describeIssuer: undefined,
  health: undefined,
}
