import { createHash } from 'node:crypto'
import { northmoor as northmoorCode, westmarch as westmarchCode } from '../../infra/stages/local.ts'
import type { openRoutes } from '../../shared/agencies/access.ts'
import type { Client } from '../../shared/agencies/client.ts'
import type { AuditAction } from '../../shared/audit/audit-entry.ts'
import type { RouteName } from '../../shared/config/routes.ts'
import type { TestHub } from '../fakes/test-hub.ts'
import { aChild, anAdult, anAdultAlone } from './a-child.ts'
import { aConcern } from './a-concern.ts'
import { aWrittenAgreement } from './a-written-agreement.ts'
import { anApiEvent } from './an-api-event.ts'
import {
  auditor,
  drugService,
  drugServiceLead,
  northmoor,
  otherService,
  otherServiceLead,
  reviewLead,
  westmarch,
  westmarchOwner,
  westmarchRegister,
} from './clients.ts'
import { auditEntries, callsOf, concernIdIn, deskOf, type HubReply, inCase } from './hub-calls.ts'
import { told } from './told.ts'

type Registered = Omit<Client, 'keys' | 'active'>
export type GuardedRoute = Exclude<RouteName, keyof typeof openRoutes>

/** That somebody compared, and that tells of nobody. */
const aLoad = {
  authority: westmarchCode,
  digest: 'b2'.repeat(32),
  extent: 'DELTA',
  step: 'compare',
  after: '',
  isLast: true,
}

const importedText = JSON.stringify({ id: 'C8', child: aChild({ adults: [] }) })
const anImport = {
  authority: westmarchCode,
  extent: 'DELTA',
  files: [
    {
      kind: 'json',
      bytes: importedText.length,
      sha256: createHash('sha256').update(importedText).digest('hex'),
    },
  ],
}

/** What there is at the hub before anybody asks. */
export type Ids = {
  readonly concern: string
  readonly other: string
  readonly alert: string
  readonly review: string
  /** Asked for by Northmoor, of Westmarch's alert. */
  readonly access: string
  /** An import that was checked, and one whose files are awaited. */
  readonly imported: string
  readonly awaiting: string
  readonly entry: string
  readonly request: string
}

/** A call of one route that is answered, by which entry it is recorded, and who may not make it though another of their kind may. */
type Scene = {
  readonly api: Parameters<TestHub['call']>[0]
  readonly action: AuditAction
  readonly caller: Registered
  /** Somebody of the same role and scope whose it is not; left out where the route names no record. */
  readonly stranger?: Registered
  readonly id?: keyof Ids | `${typeof westmarchCode}.${string}`
  /** The caller’s own id of a record that it makes. */
  readonly local?: string
  readonly body?: unknown
  readonly query?: Record<string, string>
  readonly headers?: Record<string, string>
}

const northmoorRegister: Registered = {
  ...westmarchRegister,
  clientId: 'northmoor-register',
  agency: northmoor.agency,
  authority: northmoor.authority,
}
const known = <Id extends string>(id: Id) => `${westmarchCode}.${id}` as const
const reason = 'She was taken for her sister, and nobody noticed for a while.'
const at = (version: number) => ({ 'If-Match': `"${version}"` })
const key = (name: string) => ({ 'Idempotency-Key': `a-key-for-${name}` })
const ofConcern = { caller: drugService, stranger: otherService } as const
const ofAlert = { caller: westmarch, stranger: northmoor } as const
const northmoorLead: Registered = {
  ...northmoor,
  clientId: 'northmoor-lead',
  scopes: ['alerts.read', 'alerts.lead', 'chronology.read'],
}
const justification = 'A child was found alone at the station, and will not say where home is.'
const ofEmergency = { api: 'emergency', headers: inCase } as const
const ofRegister = {
  api: 'register',
  caller: westmarchRegister,
  stranger: northmoorRegister,
} as const

const ofImport = {
  api: 'imports',
  caller: westmarchRegister,
  stranger: northmoorRegister,
  id: 'imported',
} as const

const ofAudit = { api: 'audit', caller: auditor } as const

const reported = '2026-11-23'

/** In an order in which each can be answered after those before it. */
export const scenes: Readonly<Record<GuardedRoute, Scene>> = {
  listAlerts: { api: 'read', action: 'ALERTS_LISTED', caller: westmarch },
  countAlerts: {
    api: 'read',
    action: 'ALERTS_COUNTED',
    caller: westmarch,
    query: { from: '2026-11', to: '2026-11' },
  },
  readAlert: { api: 'read', action: 'ALERT_READ', ...ofAlert, id: 'alert' },
  explainAlert: { api: 'read', action: 'EXPLANATION_READ', ...ofAlert, id: 'alert' },
  readAlertReaders: { api: 'audit', action: 'ALERT_READERS_READ', ...ofAlert, id: 'alert' },
  acknowledgeAlert: {
    api: 'answer',
    action: 'ALERT_ACKNOWLEDGED',
    ...ofAlert,
    id: 'alert',
    headers: at(1),
  },
  handOverAlert: {
    api: 'answer',
    action: 'ALERT_HANDED_OVER',
    ...ofAlert,
    id: 'alert',
    headers: at(2),
    body: { to: null },
  },
  recordOutcome: {
    api: 'answer',
    action: 'OUTCOME_RECORDED',
    ...ofAlert,
    id: 'alert',
    headers: at(3),
    body: { outcome: 'ASSESSMENT_S17' },
  },
  giveFeedback: {
    api: 'answer',
    action: 'FEEDBACK_GIVEN',
    ...ofAlert,
    id: 'alert',
    headers: at(4),
    body: { lines: told('A social worker will visit.') },
  },
  recordTelling: {
    api: 'answer',
    action: 'TELLING_RECORDED',
    ...ofAlert,
    id: 'alert',
    headers: at(5),
    body: { wasTold: false, whyNot: 'RISK_TO_CHILD' },
  },
  recordCaseStatus: {
    api: 'answer',
    action: 'CASE_STATUS_RECORDED',
    ...ofAlert,
    id: 'alert',
    headers: at(6),
    body: { status: 'OPEN' },
  },
  sendTestAlert: { api: 'answer', action: 'TEST_ALERT_REQUESTED', caller: westmarch },
  recordWrittenAgreement: {
    api: 'register',
    action: 'WRITTEN_AGREEMENT_RECORDED',
    ...ofAlert,
    id: known('C1'),
    headers: inCase,
    body: aWrittenAgreement,
  },
  readChronology: {
    api: 'chronology',
    action: 'CHRONOLOGY_READ',
    ...ofAlert,
    id: known('C1'),
    headers: inCase,
  },
  askEmergencyAccess: {
    ...ofEmergency,
    action: 'EMERGENCY_ACCESS_ASKED',
    caller: northmoor,
    body: { object: { kind: 'chronology', id: known('C1') }, justification },
  },
  listEmergencyAccesses: {
    ...ofEmergency,
    action: 'EMERGENCY_ACCESSES_LISTED',
    caller: northmoorLead,
  },
  readEmergencyAccess: {
    ...ofEmergency,
    action: 'EMERGENCY_ACCESS_READ',
    caller: northmoorLead,
    stranger: reviewLead,
    id: 'access',
  },
  approveEmergencyAccess: {
    ...ofEmergency,
    action: 'EMERGENCY_ACCESS_APPROVED',
    caller: northmoorLead,
    stranger: reviewLead,
    id: 'access',
  },
  reviewEmergencyAccess: {
    ...ofEmergency,
    action: 'EMERGENCY_ACCESS_REVIEWED',
    caller: reviewLead,
    stranger: northmoorLead,
    id: 'access',
    body: { verdict: 'JUSTIFIED', reason: 'We were told at once, and the child was brought home.' },
  },
  submitConcern: {
    api: 'submit',
    action: 'CONCERN_SUBMITTED',
    caller: drugService,
    body: aConcern(),
    headers: key('another-concern'),
  },
  previewConcern: {
    api: 'preview',
    action: 'CONCERN_PREVIEWED',
    caller: westmarchOwner,
    body: aConcern(),
    query: { agencyType: 'substance-misuse' },
    headers: inCase,
  },
  locateConcern: {
    api: 'submit',
    action: 'CONCERN_LOCATED',
    caller: drugService,
    body: aConcern(),
  },
  followConcern: { api: 'follow', action: 'CONCERN_FOLLOWED', ...ofConcern, id: 'concern' },
  listConcerns: { api: 'follow', action: 'CONCERNS_LISTED', caller: drugService },
  challengeAnswer: {
    api: 'challenge',
    action: 'ANSWER_CHALLENGED',
    ...ofConcern,
    id: 'concern',
    body: { reason, feedbackNumber: 1 },
    headers: key('a-challenge'),
  },
  changeConsent: {
    api: 'changeConsent',
    action: 'CONSENT_CHANGED',
    ...ofConcern,
    id: 'other',
    body: { status: 'REFUSED' },
    headers: key('a-change'),
  },
  listReviews: { api: 'review', action: 'REVIEWS_LISTED', caller: drugServiceLead },
  readReview: {
    api: 'review',
    action: 'REVIEW_READ',
    caller: drugServiceLead,
    stranger: otherServiceLead,
    id: 'review',
  },
  decideReview: {
    api: 'review',
    action: 'REVIEW_DECIDED',
    caller: drugServiceLead,
    stranger: otherServiceLead,
    id: 'review',
    headers: at(1),
    body: { verdict: 'SHARE', reason, notRelated: true },
  },
  readWatchReport: {
    api: 'review',
    action: 'WATCH_REPORT_READ',
    caller: reviewLead,
    query: { day: reported },
  },
  tickFinding: {
    api: 'review',
    action: 'FINDING_TICKED',
    caller: reviewLead,
    body: { day: reported, finding: 1, how: 'EXPLAINED' },
    headers: at(1),
  },
  reportEngagement: {
    api: 'changeConsent',
    action: 'ENGAGEMENT_REPORTED',
    ...ofConcern,
    id: 'other',
    body: { engagement: 'DROPPED_OUT', on: '2026-11-20' },
    headers: key('an-engagement'),
  },
  withdrawConcern: {
    api: 'changeConsent',
    action: 'CONCERN_WITHDRAWN',
    ...ofConcern,
    id: 'other',
    body: { reason: 'WRONG_PERSON', words: 'Another of the same name.' },
    headers: key('a-withdrawal'),
  },
  readChild: { ...ofRegister, action: 'CHILD_READ', id: known('C1'), headers: inCase },
  readAdult: { ...ofRegister, action: 'ADULT_READ', id: known('A1001'), headers: inCase },
  listChildren: { api: 'register', action: 'CHILDREN_LISTED', caller: westmarchRegister },
  searchRegister: {
    api: 'register',
    action: 'REGISTER_SEARCHED',
    caller: westmarchRegister,
    body: {
      kind: 'child',
      name: { given: 'Odo', family: 'Quillfeather' },
      dateOfBirth: '2019-02-03',
    },
    headers: inCase,
  },
  putChild: {
    api: 'register',
    action: 'CHILD_RECORDED',
    caller: westmarchRegister,
    local: 'C9',
    body: aChild({ adults: [anAdult({ id: 'A9' })] }),
  },
  loadRegister: {
    api: 'register',
    action: 'REGISTER_LOADED',
    caller: westmarchRegister,
    body: {
      authority: westmarchCode,
      digest: 'a1'.repeat(32),
      extent: 'DELTA',
      step: 'compare',
      after: '',
      records: [{ id: 'C9', child: aChild({ adults: [anAdult({ id: 'A9' })] }) }],
      isLast: true,
    },
  },
  beginRegisterImport: {
    api: 'imports',
    action: 'REGISTER_IMPORT_BEGUN',
    caller: westmarchRegister,
    body: anImport,
  },
  readRegisterImport: { ...ofImport, action: 'REGISTER_IMPORT_READ' },
  readRowsToMend: { ...ofImport, action: 'ROWS_TO_MEND_READ' },
  applyRegisterImport: { ...ofImport, action: 'REGISTER_IMPORT_STARTED', body: {} },
  checkRegisterImport: { ...ofImport, id: 'awaiting', action: 'REGISTER_IMPORT_STARTED' },
  listRegisterLoads: {
    api: 'register',
    action: 'REGISTER_LOADS_LISTED',
    caller: westmarchRegister,
  },
  readRegisterLoad: {
    api: 'register',
    action: 'REGISTER_LOAD_READ',
    caller: westmarchRegister,
    local: aLoad.digest,
  },
  putAdult: {
    api: 'register',
    action: 'ADULT_RECORDED',
    caller: westmarchRegister,
    local: 'A8',
    body: anAdultAlone(),
  },
  correctChild: {
    ...ofRegister,
    action: 'CHILD_CORRECTED',
    id: known('C2'),
    headers: at(1),
    body: { remove: { adults: ['A2'] }, reason },
  },
  correctAdult: {
    ...ofRegister,
    action: 'ADULT_CORRECTED',
    id: known('A3'),
    headers: at(1),
    body: { remove: { phones: ['01632 960 123'] }, reason },
  },
  liftChildRestriction: {
    ...ofRegister,
    action: 'LIFTING_PROPOSED',
    id: known('C3'),
    headers: at(1),
    body: { restriction: 'address', reason },
  },
  liftAdultRestriction: {
    ...ofRegister,
    action: 'LIFTING_PROPOSED',
    id: known('A4'),
    headers: at(1),
    body: { restriction: 'address', reason },
  },
  deleteChild: {
    ...ofRegister,
    action: 'CHILD_DELETED',
    id: known('C4'),
    headers: at(1),
    body: { reason },
  },
  deleteAdult: {
    ...ofRegister,
    action: 'ADULT_DELETED',
    id: known('A5'),
    headers: at(1),
    body: { reason },
  },
  exportAuditEntries: {
    api: 'audit',
    action: 'AUDIT_EXPORTED',
    caller: auditor,
    body: { question: { action: 'ALERT_READ' } },
  },
  listAuditEntries: { api: 'audit', action: 'AUDIT_QUERIED', caller: auditor },
  proveAuditEntry: { ...ofAudit, action: 'AUDIT_PROOF_READ', id: 'entry' },
  readCheckpoint: { ...ofAudit, action: 'CHECKPOINT_READ' },
  proveConsistency: { ...ofAudit, action: 'CHECKPOINT_READ', query: { from: '1' } },
  searchPeople: {
    ...ofAudit,
    action: 'AUDIT_SEARCHED',
    body: {
      kind: 'adult',
      name: { given: 'Marta', family: 'Quillfeather' },
      dateOfBirth: '1991-04-17',
    },
    headers: inCase,
  },
  openSubjectAccess: {
    ...ofAudit,
    action: 'SUBJECT_ACCESS_OPENED',
    body: { personId: known('A1001') },
    headers: inCase,
  },
  readSubjectAccess: { ...ofAudit, action: 'SUBJECT_ACCESS_READ', id: 'request' },
  unmaskSubjectAccess: { ...ofAudit, action: 'UNMASKING_PROPOSED', id: 'request' },
}

const ofStrangers = (family: string, change: Parameters<typeof aConcern>[0] = {}) =>
  aConcern({
    subject: {
      ...aConcern().subject,
      names: [{ given: 'Wilma', family }],
      dateOfBirth: '1984-01-09',
    },
    children: [{ name: { given: 'Ada', family }, dateOfBirth: '2014-05-07' }],
    ...change,
  })

/** A day of whose use there is a report: somebody of Westmarch tried ten children of Northmoor's. */
const watched = async (hub: TestHub): Promise<void> => {
  const token = await hub.tokenFor(westmarch)
  for (let number = 1; number <= 10; number += 1)
    await hub.call(
      'chronology',
      anApiEvent('readChronology', {
        id: `${northmoorCode}.C${number}`,
        token,
        headers: { ...inCase, 'Hub-Practitioner': 'SW-7' },
      }),
    )
  await hub.seal()
  hub.advance(21 * 60 * 60 * 1000)
  await hub.reportUse()
}

/** A hub with something of each kind. */
export const peopled = async (hub: TestHub): Promise<Ids> => {
  await watched(hub)
  const calls = callsOf(hub)
  await calls.putChild('C1')
  const concern = concernIdIn(await calls.submit('the-first-concern'))
  await hub.settle()
  const [alert] = await calls.listAlerts()
  // Of people whom nobody knows, so that neither joins the first.
  const refused = ofStrangers('Sorrel', { consent: { status: 'REFUSED' } })
  await calls.submit('a-concern-to-review', refused)
  const other = concernIdIn(await calls.submit('a-concern-to-change', ofStrangers('Yarrow')))
  await hub.settle()
  const [review] = await calls.listReviews(drugServiceLead)
  const token = await hub.tokenFor(westmarchRegister)
  const putAdult = (id: string, body: unknown): Promise<HubReply> =>
    hub.call('register', anApiEvent('putAdult', { id, token, body }))
  const restricted = { address: true } as const
  await calls.putChild('C2', aChild({ adults: [anAdult({ id: 'A2' })] }))
  await calls.putChild('C3', aChild({ adults: [], restricted }))
  await calls.putChild('C4', aChild({ adults: [] }))
  await putAdult('A3', anAdultAlone({ phones: ['01632 960123'] }))
  await putAdult('A4', anAdultAlone({ restricted }))
  await putAdult('A5', anAdultAlone())
  const headers = deskOf(westmarchRegister)
  await hub.call('register', anApiEvent('loadRegister', { token, headers, body: aLoad }))
  const alertId = alert?.alertId ?? ''
  const asked = await calls.emergency('askEmergencyAccess', northmoor, {
    body: { object: { kind: 'alert', id: alertId }, justification },
  })
  const { accessId: access } = asked.body as { accessId: string }
  const found = { alert: alertId, review: review?.reviewId ?? '', access }
  return { concern, other, ...found, ...(await imported(hub)), ...(await audited(hub)) }
}

/** An import that was checked, and one whose files are awaited. */
const imported = async (hub: TestHub): Promise<Pick<Ids, 'imported' | 'awaiting'>> => {
  await hub.register(westmarchRegister)
  const token = await hub.tokenFor(westmarchRegister)
  const headers = deskOf(westmarchRegister)
  const begin = async (): Promise<string> => {
    const event = anApiEvent('beginRegisterImport', { token, headers, body: anImport })
    return ((await hub.call('imports', event)).body as { importId: string }).importId
  }
  const id = await begin()
  hub.uploads.set(`uploads/${id}/1`, Buffer.from(importedText))
  await hub.call('imports', anApiEvent('checkRegisterImport', { id, token, headers }))
  await hub.carryOut()
  return { imported: id, awaiting: await begin() }
}

/** An entry that is sealed, and a request that an auditor has opened. */
const audited = async (hub: TestHub): Promise<Pick<Ids, 'entry' | 'request'>> => {
  await hub.seal()
  const [entry] = await auditEntries(hub)
  const opening = anApiEvent('openSubjectAccess', {
    token: await hub.tokenFor(auditor),
    headers: { ...deskOf(auditor), ...inCase },
    body: { personId: known('A1001') },
  })
  const { body } = await hub.call('audit', opening)
  const { requestId } = body as { readonly requestId: string }
  return { entry: entry?.entryId ?? '', request: requestId }
}

/** The call of a scene: of what there is, or of what `instead` names; the gateway’s id and the caller’s are the route’s. */
export const sceneEvent = async (
  hub: TestHub,
  ids: Ids,
  asked: {
    readonly route: GuardedRoute
    readonly caller?: Registered | undefined
    readonly instead?: string
    readonly requestId: string
  },
) => {
  const { route, requestId, instead } = asked
  const scene = scenes[route]
  const { caller = scene.caller } = asked
  const { id, local, body, query, headers } = scene
  const named = id === undefined ? local : id in ids ? ids[id as keyof Ids] : id
  const event = anApiEvent(route, {
    token: await hub.tokenFor(caller),
    headers: { ...deskOf(caller), 'X-Request-ID': requestId, ...headers },
    ...(named !== undefined && { id: instead ?? named }),
    ...(body !== undefined && { body }),
    ...(query !== undefined && { query }),
  })
  const requestContext = { ...event.requestContext, requestId: `gateway-${requestId}` }
  return { event: { ...event, requestContext }, named }
}
