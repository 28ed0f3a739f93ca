import type { FunctionName } from './functions.ts'

type Route = {
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE'
  readonly path: string
  readonly function: FunctionName
}

/**
 * Every route of the API, under the stage `/v1`. Infra makes the gateway's methods from it and the contracts and the
 * OpenAPI document are keyed by its names, so a route cannot exist in one of them only.
 */
export const routes = {
  issueToken: { method: 'POST', path: '/token', function: 'issue-token' },
  publishKeys: { method: 'GET', path: '/.well-known/jwks.json', function: 'issue-token' },
  submitConcern: { method: 'POST', path: '/concerns', function: 'submit-concern' },
  previewConcern: { method: 'POST', path: '/concerns/preview', function: 'preview-concern' },
  locateConcern: { method: 'POST', path: '/concerns/places', function: 'submit-concern' },
  followConcern: { method: 'GET', path: '/concerns/{id}', function: 'follow-concern' },
  listConcerns: { method: 'GET', path: '/concerns', function: 'follow-concern' },
  withdrawConcern: {
    method: 'POST',
    path: '/concerns/{id}/withdrawal',
    function: 'change-consent',
  },
  changeConsent: { method: 'POST', path: '/concerns/{id}/consent', function: 'change-consent' },
  reportEngagement: {
    method: 'POST',
    path: '/concerns/{id}/engagement',
    function: 'change-consent',
  },
  challengeAnswer: {
    method: 'POST',
    path: '/concerns/{id}/challenge',
    function: 'challenge-answer',
  },
  listAlerts: { method: 'GET', path: '/alerts', function: 'read-alerts' },
  countAlerts: { method: 'GET', path: '/alerts/volume', function: 'read-alerts' },
  readAlert: { method: 'GET', path: '/alerts/{id}', function: 'read-alerts' },
  explainAlert: { method: 'GET', path: '/alerts/{id}/explanation', function: 'read-alerts' },
  readAlertReaders: { method: 'GET', path: '/alerts/{id}/readers', function: 'query-audit' },
  acknowledgeAlert: {
    method: 'POST',
    path: '/alerts/{id}/acknowledgement',
    function: 'answer-alert',
  },
  handOverAlert: {
    method: 'PUT',
    path: '/alerts/{id}/acknowledgement',
    function: 'answer-alert',
  },
  recordOutcome: { method: 'POST', path: '/alerts/{id}/outcome', function: 'answer-alert' },
  giveFeedback: { method: 'POST', path: '/alerts/{id}/feedback', function: 'answer-alert' },
  recordCaseStatus: {
    method: 'POST',
    path: '/alerts/{id}/case-status',
    function: 'answer-alert',
  },
  recordTelling: { method: 'POST', path: '/alerts/{id}/telling', function: 'answer-alert' },
  sendTestAlert: { method: 'POST', path: '/test-alerts', function: 'answer-alert' },
  listReviews: { method: 'GET', path: '/reviews', function: 'review-concerns' },
  readReview: { method: 'GET', path: '/reviews/{id}', function: 'review-concerns' },
  decideReview: { method: 'POST', path: '/reviews/{id}/decision', function: 'review-concerns' },
  readWatchReport: { method: 'GET', path: '/watch-reports', function: 'review-concerns' },
  tickFinding: { method: 'POST', path: '/watch-reports/tick', function: 'review-concerns' },
  putChild: { method: 'PUT', path: '/children/{id}', function: 'maintain-register' },
  readChild: { method: 'GET', path: '/children/{id}', function: 'maintain-register' },
  listChildren: { method: 'GET', path: '/children', function: 'maintain-register' },
  correctChild: {
    method: 'POST',
    path: '/children/{id}/corrections',
    function: 'maintain-register',
  },
  liftChildRestriction: {
    method: 'POST',
    path: '/children/{id}/restrictions/lifting',
    function: 'maintain-register',
  },
  deleteChild: { method: 'DELETE', path: '/children/{id}', function: 'maintain-register' },
  loadRegister: { method: 'POST', path: '/register-loads', function: 'maintain-register' },
  listRegisterLoads: { method: 'GET', path: '/register-loads', function: 'maintain-register' },
  readRegisterLoad: {
    method: 'GET',
    path: '/register-loads/{id}',
    function: 'maintain-register',
  },
  beginRegisterImport: { method: 'POST', path: '/register/imports', function: 'import-register' },
  readRegisterImport: {
    method: 'GET',
    path: '/register/imports/{id}',
    function: 'import-register',
  },
  checkRegisterImport: {
    method: 'POST',
    path: '/register/imports/{id}/check',
    function: 'import-register',
  },
  applyRegisterImport: {
    method: 'POST',
    path: '/register/imports/{id}/application',
    function: 'import-register',
  },
  readRowsToMend: {
    method: 'GET',
    path: '/register/imports/{id}/rows-to-mend',
    function: 'import-register',
  },
  searchRegister: {
    method: 'POST',
    path: '/register-searches',
    function: 'maintain-register',
  },
  putAdult: { method: 'PUT', path: '/adults/{id}', function: 'maintain-register' },
  readAdult: { method: 'GET', path: '/adults/{id}', function: 'maintain-register' },
  correctAdult: { method: 'POST', path: '/adults/{id}/corrections', function: 'maintain-register' },
  liftAdultRestriction: {
    method: 'POST',
    path: '/adults/{id}/restrictions/lifting',
    function: 'maintain-register',
  },
  deleteAdult: { method: 'DELETE', path: '/adults/{id}', function: 'maintain-register' },
  recordWrittenAgreement: {
    method: 'POST',
    path: '/children/{id}/written-agreements',
    function: 'maintain-register',
  },
  readChronology: {
    method: 'GET',
    path: '/children/{id}/chronology',
    function: 'read-chronology',
  },
  askEmergencyAccess: {
    method: 'POST',
    path: '/emergency-access',
    function: 'grant-emergency-access',
  },
  listEmergencyAccesses: {
    method: 'GET',
    path: '/emergency-access',
    function: 'grant-emergency-access',
  },
  readEmergencyAccess: {
    method: 'GET',
    path: '/emergency-access/{id}',
    function: 'grant-emergency-access',
  },
  approveEmergencyAccess: {
    method: 'POST',
    path: '/emergency-access/{id}/approval',
    function: 'grant-emergency-access',
  },
  reviewEmergencyAccess: {
    method: 'POST',
    path: '/emergency-access/{id}/review',
    function: 'grant-emergency-access',
  },
  listAuditEntries: { method: 'GET', path: '/audit/entries', function: 'query-audit' },
  proveAuditEntry: {
    method: 'GET',
    path: '/audit/entries/{id}/proof',
    function: 'query-audit',
  },
  readCheckpoint: { method: 'GET', path: '/audit/checkpoint', function: 'query-audit' },
  proveConsistency: { method: 'GET', path: '/audit/consistency', function: 'query-audit' },
  searchPeople: { method: 'POST', path: '/audit/people', function: 'query-audit' },
  openSubjectAccess: { method: 'POST', path: '/audit/subject-access', function: 'query-audit' },
  readSubjectAccess: {
    method: 'GET',
    path: '/audit/subject-access/{id}',
    function: 'query-audit',
  },
  unmaskSubjectAccess: {
    method: 'POST',
    path: '/audit/subject-access/{id}/unmasking',
    function: 'query-audit',
  },
  exportAuditEntries: { method: 'POST', path: '/audit/exports', function: 'query-audit' },
  describeApi: { method: 'GET', path: '/openapi.json', function: 'describe-api' },
  describeEvents: { method: 'GET', path: '/asyncapi.json', function: 'describe-api' },
  describeIssuer: {
    method: 'GET',
    path: '/.well-known/oauth-authorization-server',
    function: 'describe-api',
  },
  health: { method: 'GET', path: '/health', function: 'describe-api' },
} as const satisfies Record<string, Route>
export type RouteName = keyof typeof routes

/** Whatever no route takes goes here, so that a stranger gets a problem response instead of the gateway's own words. */
export const fallback: FunctionName = 'describe-api'

/** Every path of a route. */
export const paths: ReadonlySet<string> = new Set(Object.values(routes).map(({ path }) => path))

/** The methods that a path takes; none where it is no route's. */
export const methodsOf = (path: string): readonly Route['method'][] =>
  Object.values(routes).flatMap((route) => (route.path === path ? [route.method] : []))

/** Who answers a method at a path. */
export const functionOf = (method: string, path: string): FunctionName =>
  Object.values(routes).find((route) => route.path === path && route.method === method)?.function ??
  fallback
