import { generateKeyPairSync, sign as signWithKey } from 'node:crypto'
import type { APIGatewayProxyEvent } from 'aws-lambda'
import { decodeJwt } from 'jose'
import { beforeAll, describe, expect, it } from 'vitest'
import { createHandler as createDescribe } from '../../functions/describe-api/handler.ts'
import { northmoor, westmarch as westmarchCode } from '../../infra/stages/local.ts'
import { openRoutes } from '../../shared/agencies/access.ts'
import { newId } from '../../shared/aws/new-id.ts'
import { routes } from '../../shared/config/routes.ts'
import type { Contract } from '../../shared/http/contract.ts'
import { contracts } from '../../shared/http/contracts/contracts.ts'
import { caseHeaders } from '../../shared/http/contracts/parts.ts'
import { keysOf } from '../../shared/kernel/keys-of.ts'
import { aChild, anAdultAlone, closedLongAgo } from '../builders/a-child.ts'
import { aConcern } from '../builders/a-concern.ts'
import { anId } from '../builders/a-stored-concern.ts'
import { aVerdict } from '../builders/a-verdict.ts'
import { aWrittenAgreement } from '../builders/a-written-agreement.ts'
import { aContext, anApiEvent } from '../builders/an-api-event.ts'
import { justification } from '../builders/an-emergency-access.ts'
import {
  auditor,
  drugService,
  drugServiceLead,
  otherService,
  partnershipLead,
  reviewLead,
  westmarch,
  westmarchOwner,
  westmarchRegister,
} from '../builders/clients.ts'
import { forgedTokens } from '../builders/forged-tokens.ts'
import { hostileBodies } from '../builders/hostile-bodies.ts'
import { allRows, auditEntries, callsOf, inCase, receivedAndMade } from '../builders/hub-calls.ts'
import { told } from '../builders/told.ts'
import type { TestHub } from '../fakes/test-hub.ts'
import { startCaseworkHub } from './in-process-hub.ts'

const canary = 'CanaryQuillfeatherZZ'
const key = { 'Idempotency-Key': 'a-key-of-some-length' }
const otherKey = { 'Idempotency-Key': 'a-key-of-another-request' }
const changeKey = { 'Idempotency-Key': 'a-key-for-the-change' }
const ifMatch = { 'If-Match': '"1"', 'Hub-Practitioner': 'SW-1' }
const atTheDesk = { 'Hub-Practitioner': 'SW-1' }
const looked = { ...atTheDesk, ...inCase }
/** An id of nothing. */
const nowhere = newId(new Date('2026-11-23T09:00:00Z'))
const why = 'She was taken for her sister.'
const outcome = {
  outcome: 'NO_FURTHER_ACTION',
  reason: 'A reason that is long enough to be given here.',
  noFurtherActionReason: 'DISPROVED',
}

/** Of nobody, so that the partnership lead reviews it. */
const askedInEmergency = {
  object: { kind: 'alert', id: anId(404) },
  justification,
}

/** A route with a request that it would take: whatever is refused is refused for what the test changed in it. */
const targets = [
  {
    route: 'submitConcern',
    api: 'submit',
    caller: drugService,
    sent: { headers: key, body: aConcern() },
    text: 'reason',
  },
  { route: 'followConcern', api: 'follow', caller: drugService, sent: {} },
  { route: 'listAlerts', api: 'read', caller: westmarch, sent: {} },
  { route: 'readAlert', api: 'read', caller: westmarch, sent: { headers: atTheDesk } },
  { route: 'acknowledgeAlert', api: 'answer', caller: westmarch, sent: { headers: ifMatch } },
  {
    route: 'recordOutcome',
    api: 'answer',
    caller: westmarch,
    sent: { headers: ifMatch, body: outcome },
    text: 'reason',
  },
  {
    route: 'giveFeedback',
    api: 'answer',
    caller: westmarch,
    sent: { headers: ifMatch, body: { lines: told('We will visit.'), nextStep: 'Ring us.' } },
    text: 'nextStep',
  },
  {
    route: 'putChild',
    api: 'register',
    caller: westmarchRegister,
    sent: { id: 'C9', body: aChild({ allocatedTeam: 'North', status: closedLongAgo }) },
    text: 'allocatedTeam',
  },
  { route: 'listAuditEntries', api: 'audit', caller: auditor, sent: { headers: atTheDesk } },
  {
    route: 'proveAuditEntry',
    api: 'audit',
    caller: auditor,
    sent: { id: nowhere, headers: atTheDesk },
  },
  { route: 'readCheckpoint', api: 'audit', caller: auditor, sent: {} },
  {
    route: 'proveConsistency',
    api: 'audit',
    caller: auditor,
    sent: { query: { from: '1' } },
  },
  {
    route: 'searchPeople',
    api: 'audit',
    caller: auditor,
    sent: {
      headers: looked,
      body: {
        kind: 'adult',
        name: { given: 'Marta', family: 'Quillfeather' },
        dateOfBirth: '1991-04-17',
      },
    },
    text: 'dateOfBirth',
  },
  {
    route: 'openSubjectAccess',
    api: 'audit',
    caller: auditor,
    sent: { headers: looked, body: { personId: `${westmarchCode}.A1001` } },
    text: 'personId',
  },
  {
    route: 'readSubjectAccess',
    api: 'audit',
    caller: auditor,
    sent: { id: nowhere, headers: atTheDesk },
  },
  {
    route: 'unmaskSubjectAccess',
    api: 'audit',
    caller: auditor,
    sent: { id: nowhere, headers: atTheDesk },
  },
  { route: 'explainAlert', api: 'read', caller: westmarch, sent: { headers: atTheDesk } },
  {
    route: 'changeConsent',
    api: 'changeConsent',
    caller: drugService,
    sent: { headers: changeKey, body: { status: 'REFUSED', parentView: 'She has thought again.' } },
    text: 'parentView',
  },
  { route: 'listReviews', api: 'review', caller: drugServiceLead, sent: {} },
  { route: 'readReview', api: 'review', caller: drugServiceLead, sent: { headers: atTheDesk } },
  {
    route: 'decideReview',
    api: 'review',
    caller: drugServiceLead,
    sent: { headers: ifMatch, body: aVerdict('HOLD') },
    text: 'reason',
  },
  {
    route: 'readWatchReport',
    api: 'review',
    caller: reviewLead,
    sent: { headers: atTheDesk, query: { day: '2026-11-23' } },
  },
  {
    route: 'tickFinding',
    api: 'review',
    caller: reviewLead,
    sent: { headers: ifMatch, body: { day: '2026-11-23', finding: 1, how: 'EXPLAINED' } },
  },
  {
    route: 'readChronology',
    api: 'chronology',
    caller: westmarch,
    sent: { id: `${westmarchCode}.C1`, headers: looked },
  },
  {
    route: 'countAlerts',
    api: 'read',
    caller: westmarch,
    sent: { query: { from: '2026-11', to: '2026-11' } },
  },
  { route: 'sendTestAlert', api: 'answer', caller: westmarch, sent: {} },
  {
    route: 'challengeAnswer',
    api: 'challenge',
    caller: drugService,
    sent: {
      headers: { 'Idempotency-Key': 'a-key-for-a-challenge' },
      body: { reason: 'The children were alone again at night this week.', feedbackNumber: 1 },
    },
    text: 'reason',
  },
  { route: 'listConcerns', api: 'follow', caller: drugService, sent: {} },
  {
    route: 'withdrawConcern',
    api: 'changeConsent',
    caller: drugService,
    sent: {
      headers: { 'Idempotency-Key': 'a-key-for-a-withdrawal' },
      body: { reason: 'WRONG_PERSON', words: 'Another of the same name.' },
    },
    text: 'words',
  },
  {
    route: 'previewConcern',
    api: 'preview',
    caller: westmarchOwner,
    sent: { headers: looked, body: aConcern(), query: { agencyType: 'substance-misuse' } },
    text: 'reason',
  },
  {
    route: 'locateConcern',
    api: 'submit',
    caller: drugService,
    sent: { body: aConcern() },
    text: 'reason',
  },
  {
    route: 'recordTelling',
    api: 'answer',
    caller: westmarch,
    sent: {
      headers: ifMatch,
      body: { wasTold: false, whyNot: 'NOT_REACHED', reason: 'Nobody was at home.' },
    },
    text: 'reason',
  },
  {
    route: 'readChild',
    api: 'register',
    caller: westmarchRegister,
    sent: { id: 'C1', headers: looked },
  },
  {
    route: 'listChildren',
    api: 'register',
    caller: westmarchRegister,
    sent: { headers: atTheDesk },
  },
  {
    route: 'correctChild',
    api: 'register',
    caller: westmarchRegister,
    sent: { id: 'C5', headers: ifMatch, body: { remove: { gp: true }, reason: why } },
    text: 'reason',
  },
  {
    route: 'liftChildRestriction',
    api: 'register',
    caller: westmarchRegister,
    sent: { id: 'C6', headers: ifMatch, body: { restriction: 'address', reason: why } },
    text: 'reason',
  },
  {
    route: 'deleteChild',
    api: 'register',
    caller: westmarchRegister,
    sent: { id: 'C7', headers: ifMatch, body: { reason: why } },
    text: 'reason',
  },
  {
    route: 'putAdult',
    api: 'register',
    caller: westmarchRegister,
    sent: { id: 'A9', body: anAdultAlone() },
    text: 'authority',
  },
  {
    route: 'readAdult',
    api: 'register',
    caller: westmarchRegister,
    sent: { id: 'A1001', headers: looked },
  },
  {
    route: 'correctAdult',
    api: 'register',
    caller: westmarchRegister,
    sent: { id: 'A5', headers: ifMatch, body: { remove: { sex: true }, reason: why } },
    text: 'reason',
  },
  {
    route: 'liftAdultRestriction',
    api: 'register',
    caller: westmarchRegister,
    sent: { id: 'A6', headers: ifMatch, body: { restriction: 'address', reason: why } },
    text: 'reason',
  },
  {
    route: 'deleteAdult',
    api: 'register',
    caller: westmarchRegister,
    sent: { id: 'A7', headers: ifMatch, body: { reason: why } },
    text: 'reason',
  },
  {
    route: 'askEmergencyAccess',
    api: 'emergency',
    caller: westmarch,
    sent: { headers: looked, body: askedInEmergency },
    text: 'justification',
  },
  { route: 'listEmergencyAccesses', api: 'emergency', caller: reviewLead, sent: {} },
  {
    route: 'readEmergencyAccess',
    api: 'emergency',
    caller: reviewLead,
    sent: { headers: atTheDesk },
  },
  {
    route: 'approveEmergencyAccess',
    api: 'emergency',
    caller: reviewLead,
    sent: { headers: atTheDesk },
  },
  {
    route: 'reviewEmergencyAccess',
    api: 'emergency',
    caller: partnershipLead,
    sent: {
      headers: { 'Hub-Practitioner': 'PL-1' },
      body: { verdict: 'NOT_JUSTIFIED', reason: why },
    },
    text: 'reason',
  },
  {
    route: 'exportAuditEntries',
    api: 'audit',
    caller: auditor,
    sent: { headers: atTheDesk, body: { question: { actor: 'drugs' } } },
  },
  {
    route: 'recordCaseStatus',
    api: 'answer',
    caller: westmarch,
    sent: { headers: ifMatch, body: { status: 'OPEN' } },
    text: 'status',
  },
  {
    route: 'reportEngagement',
    api: 'changeConsent',
    caller: drugService,
    sent: { headers: otherKey, body: { engagement: 'DROPPED_OUT', on: '2026-11-20' } },
    text: 'on',
  },
  {
    route: 'recordWrittenAgreement',
    api: 'register',
    caller: westmarch,
    sent: {
      id: `${westmarchCode}.C9`,
      headers: looked,
      body: aWrittenAgreement,
    },
    text: 'what',
  },
  {
    route: 'handOverAlert',
    api: 'answer',
    caller: westmarch,
    sent: { headers: ifMatch, body: { to: 'SW-2' } },
    text: 'to',
  },
  { route: 'readAlertReaders', api: 'audit', caller: westmarch, sent: { headers: atTheDesk } },
  {
    route: 'loadRegister',
    api: 'register',
    caller: westmarchRegister,
    sent: {
      headers: atTheDesk,
      body: {
        authority: westmarchCode,
        digest: 'a'.repeat(64),
        extent: 'DELTA',
        step: 'compare',
        after: '',
        records: [{ id: 'C9', child: aChild({ status: closedLongAgo }) }],
        isLast: true,
      },
    },
    text: 'digest',
  },
  {
    route: 'listRegisterLoads',
    api: 'register',
    caller: westmarchRegister,
    sent: { headers: atTheDesk },
  },
  {
    route: 'readRegisterLoad',
    api: 'register',
    caller: westmarchRegister,
    sent: { id: 'a'.repeat(64), headers: atTheDesk },
  },
  {
    route: 'searchRegister',
    api: 'register',
    caller: westmarchRegister,
    sent: {
      headers: looked,
      body: {
        kind: 'child',
        name: { given: 'Odo', family: 'Quillfeather' },
        dateOfBirth: '2019-02-03',
      },
    },
    text: 'dateOfBirth',
  },
  {
    route: 'beginRegisterImport',
    api: 'imports',
    caller: westmarchRegister,
    sent: {
      headers: atTheDesk,
      body: {
        authority: westmarchCode,
        extent: 'DELTA',
        files: [{ kind: 'csv', bytes: 12, sha256: 'a'.repeat(64) }],
      },
    },
    text: 'extent',
  },
  {
    route: 'readRegisterImport',
    api: 'imports',
    caller: westmarchRegister,
    sent: { id: nowhere, headers: atTheDesk },
  },
  {
    route: 'checkRegisterImport',
    api: 'imports',
    caller: westmarchRegister,
    sent: { id: nowhere, headers: atTheDesk },
  },
  {
    route: 'applyRegisterImport',
    api: 'imports',
    caller: westmarchRegister,
    sent: { id: nowhere, headers: atTheDesk, body: { confirmed: 3 } },
    text: 'confirmed',
  },
  {
    route: 'readRowsToMend',
    api: 'imports',
    caller: westmarchRegister,
    sent: { id: nowhere, headers: atTheDesk },
  },
] as const
type Target = (typeof targets)[number]

const bodied = targets.filter((target) => 'text' in target)
/** Routes that answer once something is sealed. */
const isOfLog: readonly string[] = ['readCheckpoint', 'proveConsistency', 'tickFinding']
const withId = targets.filter(({ route }) => 'params' in contracts[route])
const byUuid = withId.filter(({ api }) => api !== 'register' && api !== 'chronology')
/** Of these nothing stands here that has a version. */
const unversioned: readonly string[] = ['decideReview', 'tickFinding']
const answers = targets.filter(
  ({ route, sent }) =>
    'headers' in sent && sent.headers === ifMatch && !unversioned.includes(route),
)

let hub: TestHub
let before: readonly string[]
const tokens = new Map<string, string>()
let alertId: string
let concernId: string
let reviewId: string
let accessId: string

/** Key and version of every row but the counts of what each client asked: enough to see that something was written, few enough to read when it was. */
const stored = async (): Promise<readonly string[]> => {
  const rows = [...(await receivedAndMade(hub)), ...(await allRows(hub, 'register'))]
  return rows
    .filter(({ sk }) => sk !== 'QUOTA')
    .map(({ pk, version }) => `${String(pk)} ${String(version)}`)
    .toSorted()
}

beforeAll(async () => {
  hub = await startCaseworkHub('hostile')
  const calls = callsOf(hub)
  await calls.putChild('C1', aChild({ status: closedLongAgo }))
  const alone = {
    name: undefined,
    dateOfBirth: '2011-11',
    status: closedLongAgo,
    adults: [],
  }
  await calls.putChild('C5', aChild({ ...alone, gp: 'Dr Ode' }))
  await calls.putChild('C6', aChild({ ...alone, restricted: { address: true } }))
  await calls.putChild('C7', aChild(alone))
  const unlike = {
    names: [{ given: 'Zenobia', family: 'Ode' }],
    dateOfBirth: '1950',
    addresses: [],
  }
  for (const [id, change] of [
    ['A5', {}],
    ['A6', { restricted: { address: true } }],
    ['A7', {}],
  ] as const) {
    const body = anAdultAlone({ ...unlike, ...change })
    const token = await hub.tokenFor(westmarchRegister)
    await hub.call('register', anApiEvent('putAdult', { id, token, body }))
  }
  const accepted = await calls.submit('the-first-key-of-all')
  concernId = (accepted.body as { concernId: string }).concernId
  await hub.settle()
  await calls.submit('the-second-key-of-all', aConcern({ consent: { status: 'REFUSED' } }))
  await hub.settle()
  reviewId = (await calls.listReviews(drugServiceLead))[0]?.reviewId ?? ''
  alertId = (await calls.listAlerts())[0]?.alertId ?? ''
  const asked = { body: askedInEmergency }
  const { body } = await calls.emergency('askEmergencyAccess', westmarch, asked)
  accessId = (body as { accessId: string }).accessId
  for (const { caller } of targets) tokens.set(caller.clientId, await hub.tokenFor(caller))
  before = await stored()
})

const validIdOf = ({ route, api, sent }: Target): { id?: string } => {
  if ('id' in sent) return { id: sent.id }
  if (!('params' in contracts[route])) return {}
  if (api === 'follow' || api === 'changeConsent' || api === 'challenge') return { id: concernId }
  if (api === 'emergency') return { id: accessId }
  return api === 'review' ? { id: reviewId } : { id: alertId }
}

const eventOf = (
  target: Target,
  changed: Parameters<typeof anApiEvent>[1] = {},
): APIGatewayProxyEvent =>
  anApiEvent(target.route, {
    ...validIdOf(target),
    ...target.sent,
    token: tokens.get(target.caller.clientId) ?? '',
    ...changed,
  })

const constantHeaders = {
  'Cache-Control': 'no-store',
  'X-Content-Type-Options': 'nosniff',
  'Content-Security-Policy': "default-src 'none'; frame-ancestors 'none'",
  'Strict-Transport-Security': 'max-age=31536000; includeSubDomains',
  'X-Request-ID': 'test-request-0001',
}

type Refusal = { readonly says: string | readonly string[]; readonly pointer?: string | undefined }
type Problem = { type: string; status: number; errors?: { pointer: string; detail: string }[] }

/** The rule for every hostile request: a 4xx of constant shape that names what is wrong and repeats nothing of it. */
const expectRefused = async (
  api: Target['api'] | 'token',
  event: APIGatewayProxyEvent,
  { says, pointer }: Refusal,
): Promise<void> => {
  const logged = hub.logged.length
  const reply = await hub.call(api, event)
  const problem = reply.body as Problem
  expect(
    [says].flat().map((code) => `urn:safeguarding-hub:problem:${String(code)}`),
    JSON.stringify(problem),
  ).toContain(problem.type)
  expect(reply.status).toBeGreaterThanOrEqual(400)
  expect(reply.status).toBeLessThan(500)
  expect(problem.status).toBe(reply.status)
  expect(reply.headers).toMatchObject({
    ...constantHeaders,
    'Content-Type': 'application/problem+json',
  })
  const shape = ['detail', 'errors', 'instance', 'status', 'title', 'type']
  expect(shape).toEqual(expect.arrayContaining(Object.keys(problem)))
  expect(problem.errors?.length ?? 0).toBeLessThanOrEqual(20)
  if (pointer !== undefined) {
    const pointers = (problem.errors ?? []).map((fault) => fault.pointer)
    expect(pointers.some((found) => found === pointer || found.startsWith(`${pointer}/`))).toBe(
      true,
    )
  }
  const lines = hub.logged.slice(logged)
  expect(lines.map((line) => (line as string[])[1])).toEqual(['REQUEST_REFUSED'])
  for (const said of [JSON.stringify(reply), JSON.stringify(lines)])
    expect(said).not.toContain(canary)
}

describe('every route that takes a body', () => {
  it('is among these, and every other that asks for a token', () => {
    const open: readonly string[] = keysOf(openRoutes)
    const tried = targets.map(({ route }) => String(route))
    expect(
      Object.keys(routes).filter((route) => !open.includes(route) && !tried.includes(route)),
    ).toEqual([])
  })

  describe.each(bodied)('$route', (target) => {
    const { body } = target.sent
    const contract: Contract = contracts[target.route]
    const isForm = contract.isForm === true || contract.isBodyReadLater === true
    const bodies = hostileBodies(body, target.text, canary).filter(
      ({ isBlank, name }) =>
        (!isForm || isBlank !== true) &&
        // Null hands it to nobody in particular.
        (target.route !== 'handOverAlert' || !name.endsWith('as null')),
    )
    it.each(bodies)('refuses $name', async (hostile) => {
      const type = hostile.contentType ?? 'application/json'
      const event = eventOf(target, {
        rawBody: hostile.text ?? '',
        headers: { ...('headers' in target.sent ? target.sent.headers : {}), 'Content-Type': type },
      })
      const { bytes } = hostile
      const sent =
        bytes === undefined
          ? event
          : { ...event, body: bytes.toString('base64'), isBase64Encoded: true }
      await expectRefused(target.api, sent, hostile)
    })

    it('refuses what claims to be base64 and is not', async () => {
      const event = { ...eventOf(target), isBase64Encoded: true }
      await expectRefused(target.api, event, { says: ['request-malformed', 'request-invalid'] })
    })
  })
})

const subject = aConcern().subject
const named = (change: object) => ({ children: [{ name: { given: 'Odo' }, ...change }] })

/** Fields that look right and are not, with the field that the refusal must name. */
const wrongConcerns: readonly (readonly [string, object, string])[] = [
  ['an unknown purpose', { purpose: canary }, '/purpose'],
  ['a level of harm that does not exist', { harm: 'H5' }, '/harm'],
  ['a factor that was withdrawn', { factors: ['18A'] }, '/factors'],
  ['a factor in lower case', { factors: ['2b'] }, '/factors'],
  ['no factor beside others', { factors: ['21', '2B'] }, '/factors'],
  ['blanks for its reason', { reason: ' \t ' }, '/reason'],
  ['what cannot be seen for its reason', { reason: '\u200b\ufeff' }, '/reason'],
  ['no factors', { factors: [] }, '/factors'],
  ['an unknown flag', { flags: [canary] }, '/flags'],
  ['a council that is none', { authority: 'E06999999' }, '/authority'],
  ['a district that never was', { authority: 'E07999999' }, '/authority'],
  ['a county that was divided', { authority: 'E10000006' }, '/authority'],
  [
    'a day that is not in the calendar',
    { subject: { ...subject, dateOfBirth: '1991-02-30' } },
    '/subject/dateOfBirth',
  ],
  [
    'a month that is not in the calendar',
    { subject: { ...subject, dateOfBirth: '1991-13' } },
    '/subject/dateOfBirth',
  ],
  [
    '29 February of a common year',
    { subject: { ...subject, dateOfBirth: '1991-02-29' } },
    '/subject/dateOfBirth',
  ],
  [
    'a birth in the year 0',
    { subject: { ...subject, dateOfBirth: '0000-01-01' } },
    '/subject/dateOfBirth',
  ],
  [
    'a birth in the year 9999',
    { subject: { ...subject, dateOfBirth: '9999-12-31' } },
    '/subject/dateOfBirth',
  ],
  [
    'a date in digits of another script',
    { subject: { ...subject, dateOfBirth: '１９９１' } },
    '/subject/dateOfBirth',
  ],
  ['"0" for a date', { subject: { ...subject, dateOfBirth: '0' } }, '/subject/dateOfBirth'],
  ['an incident in the year 0', { incidentOn: '0000-01-01' }, '/incidentOn'],
  ['an incident on 30 February', { incidentOn: '2026-02-30' }, '/incidentOn'],
  ['a date with a time', { incidentOn: '2026-11-20T00:00:00Z' }, '/incidentOn'],
  [
    'a call at a time zone beyond the earth',
    { phoneCallMade: { made: true, at: '2026-11-20T00:00:00+99:00' } },
    '/phoneCallMade/at',
  ],
  [
    'an NHS number with a wrong check digit',
    { subject: { ...subject, nhsNumbers: ['9434765918'] } },
    '/subject/nhsNumbers/0',
  ],
  [
    'an NHS number with full stops',
    { subject: { ...subject, nhsNumbers: ['943.476.5919'] } },
    '/subject/nhsNumbers/0',
  ],
  [
    'an NHS number of one digit',
    { subject: { ...subject, nhsNumbers: ['1111111111'] } },
    '/subject/nhsNumbers/0',
  ],
  [
    'an NHS number in full-width digits',
    { subject: { ...subject, nhsNumbers: ['９４３４７６５９１９'] } },
    '/subject/nhsNumbers/0',
  ],
  [
    'five NHS numbers',
    { subject: { ...subject, nhsNumbers: Array.from({ length: 5 }, () => '9434765919') } },
    '/subject/nhsNumbers',
  ],
  [
    'nine names',
    { subject: { ...subject, names: Array.from({ length: 9 }, () => ({ given: 'A' })) } },
    '/subject/names',
  ],
  ['a name without either half', { subject: { ...subject, names: [{}] } }, '/subject/names/0'],
  [
    'nothing by which the person is told from others',
    { children: [], subject: { ...subject, dateOfBirth: undefined, addresses: [] } },
    '/subject/dateOfBirth',
  ],
  [
    'a child born and expected',
    named({ dateOfBirth: '2020-01-01', expectedDateOfDelivery: '2027-01-01' }),
    '/children/0/expectedDateOfDelivery',
  ],
  [
    'an unborn child with a sex',
    named({ expectedDateOfDelivery: '2027-01-01', sex: 'F' }),
    '/children/0/sex',
  ],
  ['thirteen children', { children: Array.from({ length: 13 }, () => ({})) }, '/children'],
  ['no children and no reason', { children: [] }, '/whyChildrenUnknown'],
  ['the flag of an unborn child without one', { flags: ['UNBORN'] }, '/children'],
  ['domestic abuse without its part', { factors: ['3B'] }, '/domesticAbuse'],
  [
    'a birth tomorrow or later',
    { subject: { ...subject, dateOfBirth: '2099-01-01' } },
    '/subject/dateOfBirth',
  ],
  ['an incident to come', { incidentOn: '2099-01-01' }, '/incidentOn'],
  [
    'a birth expected in years',
    named({ expectedDateOfDelivery: '2099-01-01' }),
    '/children/0/expectedDateOfDelivery',
  ],
  [
    'a relationship to nobody named',
    named({ relationships: [{ adult: 'otherAdults/0' }] }),
    '/children/0/relationships/0/adult',
  ],
  ['a refusal overridden without a word', { consent: { status: 'REFUSED' } }, '/whyOverridden'],
  [
    'a score beyond its scale',
    { domesticAbuse: { childPresent: 'SAW', dash: { score: 25, level: 'HIGH' } } },
    '/domesticAbuse/dash/score',
  ],
  [
    'a judgement below its score',
    {
      domesticAbuse: { childPresent: 'SAW', dash: { score: 20, level: 'MEDIUM' } },
    },
    '/domesticAbuse/dash/level',
  ],
  [
    'an e-mail address with a header in it',
    {
      referrer: {
        ...aConcern().referrer,
        secureEmail: `a@example.org\r\nBcc: ${canary}@example.org`,
      },
    },
    '/referrer/secureEmail',
  ],
  [
    'a number beyond what is exact',
    { previousRemoval: { answer: 'YES', year: 2 ** 53 } },
    '/previousRemoval/year',
  ],
  [
    'twenty-one lines of narrative',
    { narrative: Array.from({ length: 21 }, () => ({ kind: 'FACT', text: 'a' })) },
    '/narrative',
  ],
  ['a line without its kind', { narrative: [{ text: canary }] }, '/narrative/0/kind'],
  [
    'an unknown field deep inside',
    { referrer: { ...aConcern().referrer, homeAddress: canary } },
    '/referrer/homeAddress',
  ],
]

const adult = aChild().adults[0]
const wrongChildren: readonly (readonly [string, object, string])[] = [
  ['another authority than its own', { authority: northmoor }, '/authority'],
  ['a child born and expected', { expectedDateOfDelivery: '2027-01-01' }, '/dateOfBirth'],
  ['a child neither born nor expected', { dateOfBirth: undefined }, '/dateOfBirth'],
  [
    'an unborn child with a sex',
    { dateOfBirth: undefined, expectedDateOfDelivery: '2027-01-01' },
    '/sex',
  ],
  ['a birth in the year 0', { dateOfBirth: '0000-01-01' }, '/dateOfBirth'],
  ['a birth in the year 9999', { dateOfBirth: '9999-12-31' }, '/dateOfBirth'],
  ['a birth on 31 June', { dateOfBirth: '2019-06-31' }, '/dateOfBirth'],
  ['an NHS number with a wrong check digit', { nhsNumber: '9434765918' }, '/nhsNumber'],
  ['a pupil number of another shape', { uniquePupilNumber: canary }, '/uniquePupilNumber'],
  ['an unknown status', { status: { code: canary } }, '/status/code'],
  ['a status that is a word', { status: 'CLOSED' }, '/status'],
  ['a closing without its day', { status: { code: 'CLOSED' } }, '/status/from'],
  ['keys of its own', { keys: [canary] }, '/keys'],
  ['the same adult twice', { adults: [adult, adult] }, '/adults'],
  [
    'thirteen adults',
    { adults: Array.from({ length: 13 }, (_, at) => ({ ...adult, id: `A${at}` })) },
    '/adults',
  ],
  [
    'an adult whose id is a key of the store',
    { adults: [{ ...adult, id: 'CHILD#1' }] },
    '/adults/0/id',
  ],
  [
    'an adult whose id holds a name and a blank',
    { adults: [{ ...adult, id: `${canary} 1` }] },
    '/adults/0/id',
  ],
  [
    'an unknown relationship',
    { adults: [{ ...adult, relationship: canary }] },
    '/adults/0/relationship',
  ],
  ['version and keys of its own', { adults: [{ ...adult, keys: [canary] }] }, '/adults/0/keys'],
]

describe('fields that look right', () => {
  it.each(wrongConcerns)('are refused in a concern with %s', async (_, change, pointer) => {
    const event = eventOf(targets[0], { body: { ...aConcern(), ...change } })
    await expectRefused('submit', event, { says: 'request-invalid', pointer })
  })

  it.each([
    ['nothing that is wrong', { remove: {}, reason: why }, '/remove'],
    ['what no adult has', { remove: { gp: true }, reason: why }, '/remove/gp'],
    ['a false for what is wrong', { remove: { sex: false }, reason: why }, '/remove/sex'],
    ['no reason', { remove: { sex: true } }, '/reason'],
    ['blanks for a reason', { remove: { sex: true }, reason: ' '.repeat(50) }, '/reason'],
    ['what does not stand there', { remove: { emails: [canary] }, reason: why }, '/remove/emails'],
  ])('are refused in a correction with %s', async (_, body, pointer) => {
    const target = targets.find(({ route }) => route === 'correctAdult') ?? targets[7]
    await expectRefused('register', eventOf(target, { body }), { says: 'request-invalid', pointer })
  })

  it.each(wrongChildren)('are refused in a child with %s', async (_, change, pointer) => {
    const event = eventOf(targets[7], { body: { ...aChild(), ...change } })
    await expectRefused('register', event, { says: 'request-invalid', pointer })
  })

  it.each([
    ['an outcome that does not exist', { outcome: canary }, '/outcome'],
    ['no further action without a reason', { outcome: 'NO_FURTHER_ACTION' }, '/reason'],
    [
      'no further action for a short reason',
      { outcome: 'NO_FURTHER_ACTION', reason: canary },
      '/reason',
    ],
    [
      'no further action for blanks',
      { outcome: 'NO_FURTHER_ACTION', reason: ' '.repeat(50) },
      '/reason',
    ],
  ])('are refused in an outcome with %s', async (_, body, pointer) => {
    await expectRefused('answer', eventOf(targets[5], { body }), {
      says: 'request-invalid',
      pointer,
    })
  })
})

const strangeIds = [
  '',
  ' ',
  '..',
  '../../etc/passwd',
  '%2e%2e%2f',
  '%00',
  'a\u0000b',
  '{id}',
  'ALERT#x',
  'x#CONCERN',
  ':v',
  "1' OR '1'='1",
  '__proto__',
  '\ud800',
  `${canary} ${canary}`,
  '=cmd',
  'a'.repeat(10_000),
]
const strangeUuids = [
  '00000000-0000-0000-0000-000000000000',
  'ffffffff-ffff-ffff-ffff-ffffffffffff',
  '8d3f2f0e-6f0b-4a53-9b77-2f6f3a1c9a10',
  '01999999-9999-7999-7999-999999999999',
  '01999999999979998999999999999999',
  '{01999999-9999-7999-8999-999999999999}',
  ' 01999999-9999-7999-8999-999999999999',
  'constructor',
  `${westmarchCode}.C1`,
]

const strangeChildIds = [
  'C1',
  '.C1',
  `${westmarchCode}.`,
  `${westmarchCode}..C1`,
  `${westmarchCode}.C1.C2`,
  'e06000991.C1',
  `${westmarchCode}.C1#ENTRY`,
  `${westmarchCode}/C1`,
  'E0600099１.C1',
  '01999999-9999-7999-8999-999999999999',
]

describe('ids in the path', () => {
  const [chronology] = targets.filter(({ route }) => route === 'readChronology')

  it.each(strangeChildIds)('a chronology refuses the child %s', async (id) => {
    if (chronology === undefined) throw new Error('no such target')
    await expectRefused('chronology', eventOf(chronology, { id }), {
      says: 'request-invalid',
      pointer: '/id',
    })
  })

  it('a chronology knows nothing by an id that nobody has', async () => {
    if (chronology === undefined) throw new Error('no such target')
    await expectRefused('chronology', eventOf(chronology, { id: `${westmarchCode}.C404` }), {
      says: 'not-found',
    })
  })

  it.each(
    withId.flatMap((target) =>
      strangeIds.map((id) => [target.route, JSON.stringify(id).slice(0, 40), target, id] as const),
    ),
  )('%s refuses %s', async (...[, , target, id]) => {
    await expectRefused(target.api, eventOf(target, { id }), {
      says: 'request-invalid',
      pointer: '/id',
    })
  })

  it.each(
    byUuid.flatMap((target) => strangeUuids.map((id) => [target.route, id, target] as const)),
  )('%s refuses %s', async (_route, id, target) => {
    await expectRefused(target.api, eventOf(target, { id }), {
      says: 'request-invalid',
      pointer: '/id',
    })
  })

  it.each(byUuid.map((target) => [target.route, target] as const))(
    '%s knows nothing by a fresh id',
    async (_, target) => {
      await expectRefused(target.api, eventOf(target, { id: newId(hub.now()) }), {
        says: 'not-found',
      })
    },
  )

  it.each(withId.map((target) => [target.route, target] as const))(
    '%s refuses a request without one',
    async (_, target) => {
      const event = { ...eventOf(target), pathParameters: null }
      await expectRefused(target.api, event, { says: 'request-invalid', pointer: '/id' })
    },
  )
})

const strangePages: readonly (readonly [string, string | readonly string[]])[] = [
  ['limit', '0'],
  ['limit', '-1'],
  ['limit', '101'],
  ['limit', '1e9'],
  ['limit', '٢٥'],
  ['limit', ''],
  ['limit', ['1', '2']],
  ['cursor', ''],
  ['cursor', canary],
  ['cursor', `${canary}.${canary}`],
  ['cursor', 'a.b.c'],
  [
    'cursor',
    `${Buffer.from('{"pk":"ALERT#1"}').toString('base64url')}.${Buffer.alloc(32).toString('base64url')}`,
  ],
  ['cursor', `${Buffer.from('{}').toString('base64url')}.!`],
  ['cursor', `.${Buffer.alloc(32).toString('base64url')}`],
  ['cursor', 'a'.repeat(5000)],
  ['cursor', ['a.b', 'c.d']],
  ['constructor', canary],
  ['__proto__', canary],
  ['q', `${canary} with blanks`],
]
const lists = [
  ...strangePages.map(([name, value]) => ['listAlerts', name, value] as const),
  ...strangePages.map(([name, value]) => ['listAuditEntries', name, value] as const),
  ...strangePages.map(([name, value]) => ['readChronology', name, value] as const),
  ...strangePages.map(([name, value]) => ['listChildren', name, value] as const),
  ['readChronology', 'state', 'open'],
  ...(['all', 'OPEN', '', `open' or '1'`] as const).map(
    (value) => ['listAlerts', 'state', value] as const,
  ),
  ['listAlerts', 'authority', northmoor],
  ['listAlerts', 'state', ['open', 'closed']],
  ['listAlerts', 'with', 'names'],
  ['listAlerts', 'with', ''],
  ['listAlerts', 'with', ['initials', 'initials']],
  ['listAuditEntries', 'action', canary],
  ['listAuditEntries', 'action', ['ALERT_READ', 'TOKEN_ISSUED']],
  ['listAuditEntries', 'authority', 'E0600000'],
  ['listAuditEntries', 'actor', 'a'.repeat(101)],
  ['listAuditEntries', 'actor', ''],
  ['listAuditEntries', 'subject', ''],
  ['listAuditEntries', 'subject', 'a'.repeat(121)],
  ['listAuditEntries', 'from', '2026-02-30T00:00:00Z'],
  ['listAuditEntries', 'from', '0'],
  ['listAuditEntries', 'from', '2026-11-23'],
  ['listAuditEntries', 'from', '2099-01-01T00:00:00Z'],
  ['listAuditEntries', 'to', canary],
] as const

describe('query parameters', () => {
  it.each(
    lists.map(([route, name, value]) => ({
      route,
      name,
      value,
      shown: JSON.stringify(value).slice(0, 50),
    })),
  )('$route refuses $name=$shown', async ({ route, name, value }) => {
    const target = targets.find((each) => each.route === route) ?? targets[2]
    const isOurs = !['__proto__', 'q'].includes(name)
    await expectRefused(target.api, eventOf(target, { query: { [name]: value } }), {
      says: 'request-invalid',
      pointer: isOurs ? `/${name}` : undefined,
    })
  })

  it('refuses a span that ends before it begins', async () => {
    const query = { from: '2026-11-23T00:00:00Z', to: '2026-11-22T00:00:00Z' }
    await expectRefused('audit', eventOf(targets[8], { query }), {
      says: 'request-invalid',
      pointer: '/from',
    })
  })

  it.each(['0000-01-01T00:00:00Z', '9999-12-31T23:59:59Z', '2026-11-23T00:00:00.123456789Z'])(
    'finds nothing or something until %s, and does not fall over',
    async (to) => {
      expect((await hub.call('audit', eventOf(targets[8], { query: { to } }))).status).toBe(200)
    },
  )

  it('takes no cursor of another caller, question or route', async () => {
    const first = await hub.call('audit', eventOf(targets[8], { query: { limit: '1' } }))
    const next = (first.body as { links: { next?: string } }).links.next ?? ''
    const cursor = new URL(next, hub.issuer).searchParams.get('cursor') ?? ''
    expect(cursor).not.toBe('')
    const other = await hub.tokenFor({ ...auditor, clientId: 'another-auditor' })
    const refused = { says: 'request-invalid', pointer: '/cursor' }
    await expectRefused(
      'audit',
      eventOf(targets[8], { token: other, query: { limit: '1', cursor } }),
      refused,
    )
    await expectRefused('audit', eventOf(targets[8], { query: { limit: '2', cursor } }), refused)
    await expectRefused(
      'audit',
      eventOf(targets[8], { query: { limit: '1', actor: 'a', cursor } }),
      refused,
    )
    await expectRefused('read', eventOf(targets[2], { query: { cursor } }), refused)
    const [payload = '', code] = cursor.split('.')
    const changed = `${payload.slice(0, -4)}AAAA.${String(code)}`
    await expectRefused(
      'audit',
      eventOf(targets[8], { query: { limit: '1', cursor: changed } }),
      refused,
    )
  })
})

describe('the months of a count', () => {
  const target = targets.find(({ route }) => route === 'countAlerts') ?? targets[2]
  it.each([
    ['no first month', { to: '2026-11' }, '/from'],
    ['no last month', { from: '2026-11' }, '/to'],
    ['a day', { from: '2026-11-01', to: '2026-11' }, '/from'],
    ['no month', { from: '2026-13', to: '2026-11' }, '/from'],
    ['another century', { from: '1999-01', to: '2026-11' }, '/from'],
    ['words', { from: canary, to: '2026-11' }, '/from'],
    ['a line break', { from: '2026-11\n', to: '2026-11' }, '/from'],
    ['the wrong order', { from: '2026-11', to: '2026-10' }, '/from'],
    ['thirteen of them', { from: '2025-11', to: '2026-11' }, '/to'],
    ['two of them', { from: ['2026-11', '2026-10'], to: '2026-11' }, '/from'],
    ['another authority', { from: '2026-11', to: '2026-11', authority: northmoor }, '/authority'],
  ])('are refused with %s', async (_, query, pointer) => {
    await expectRefused('read', eventOf(target, { query }), { says: 'request-invalid', pointer })
  })
})

describe('headers', () => {
  const withKey = (value: string | undefined): APIGatewayProxyEvent =>
    eventOf(targets[0], { headers: value === undefined ? {} : { 'Idempotency-Key': value } })

  it('must hold an idempotency key for a concern', async () => {
    await expectRefused('submit', withKey(undefined), {
      says: 'request-invalid',
      pointer: '/idempotency-key',
    })
  })

  it.each([
    ['empty', ''],
    ['short', 'a'.repeat(15)],
    ['long', 'a'.repeat(129)],
    ['of blanks', ' '.repeat(20)],
    ['with a blank', `${canary} ${canary}`],
    ['with NUL', `${canary}\u0000`],
    ['with a letter beyond ASCII', 'é'.repeat(20)],
    ['with a line break', `${canary}\r\nX: 1`],
  ])('are refused with an idempotency key that is %s', async (_, value) => {
    await expectRefused('submit', withKey(value), {
      says: 'request-invalid',
      pointer: '/idempotency-key',
    })
  })

  it('are refused with two idempotency keys', async () => {
    const event = withKey('a'.repeat(20))
    event.multiValueHeaders['Idempotency-Key'] = ['a'.repeat(20), 'b'.repeat(20)]
    await expectRefused('submit', event, { says: 'request-invalid', pointer: '/idempotency-key' })
  })

  it.each(answers.map((target) => [target.route, target] as const))(
    'must hold the version read for %s',
    async (_, target) => {
      const headers = { 'Hub-Practitioner': 'SW-1' }
      await expectRefused(target.api, eventOf(target, { headers }), { says: 'version-missing' })
    },
  )

  const asked: Readonly<Record<string, string>> = { ...key, ...ifMatch, ...looked }
  const without = (header: string): Record<string, string> =>
    Object.fromEntries(Object.entries(asked).filter(([name]) => name !== header))
  const needing = (header: string): readonly (readonly [string, string, Target])[] =>
    targets
      .filter(({ route }) => {
        const contract: Contract = contracts[route]
        return header === 'Hub-Practitioner'
          ? contract.needsPractitioner === true
          : contract.headers === caseHeaders
      })
      .map((target) => [header, target.route, target] as const)

  it.each(['Hub-Practitioner', ...Object.keys(inCase)].flatMap(needing))(
    'must hold the %s of %s',
    async (header, _, target) => {
      await expectRefused(target.api, eventOf(target, { headers: without(header) }), {
        says: 'request-invalid',
        pointer: `/${header.toLowerCase()}`,
      })
    },
  )

  it.each(['', `${canary} b`, 'sw-1, sw-2', 'ѕw-1', '../x'])(
    'are refused with a work id that is %j',
    async (practitioner) => {
      for (const target of targets.filter(({ api }) => api === 'answer' || api === 'read')) {
        const headers = { ...ifMatch, 'Hub-Practitioner': practitioner }
        await expectRefused(target.api, eventOf(target, { headers }), {
          says: 'request-invalid',
          pointer: '/hub-practitioner',
        })
      }
    },
  )

  it.each(
    answers.flatMap((target) =>
      ['*', '1', 'W/1', '""', '"1", "2"', '"-1"', '"1e9"', '"9999999999"', `"${canary}"`].map(
        (tag) => [target.route, tag, target] as const,
      ),
    ),
  )('%s refuses the version %s', async (_, tag, target) => {
    const headers = { ...ifMatch, 'If-Match': tag }
    await expectRefused(target.api, eventOf(target, { headers }), {
      says: 'request-invalid',
      pointer: '/if-match',
    })
  })

  it.each(
    answers.flatMap((target) =>
      ['"999"', 'W/"1"'].map((tag) => [target.route, tag, target] as const),
    ),
  )('%s refuses the other version %s', async (_, tag, target) => {
    const headers = { ...ifMatch, 'If-Match': tag }
    await expectRefused(target.api, eventOf(target, { headers }), { says: 'version-mismatch' })
  })

  it.each([
    '',
    'short',
    'a'.repeat(65),
    `${canary} with blanks`,
    '<script>',
    'a\r\nSet-Cookie: a=b',
    '\u202eabcdefgh',
  ])('give no request id by %j', async (sent) => {
    const reply = await hub.call(
      'follow',
      eventOf(targets[1], { headers: { 'X-Request-ID': sent } }),
    )
    expect(reply.headers['X-Request-ID']).toBe('test-request-0001')
  })

  it.each([
    'X-HTTP-Method-Override',
    'X-Forwarded-For',
    'X-Amzn-Oidc-Identity',
    'X-Client-Cert',
    'X-Original-URL',
  ])('mean nothing as %s', async (name) => {
    const event = eventOf(targets[1], { headers: { [name]: 'DELETE' } })
    expect((await hub.call('follow', event)).status).toBe(200)
  })
})

const authorizations: readonly (readonly [string, string | undefined, string])[] = [
  ['nothing', undefined, 'token-missing'],
  ['an empty header', '', 'token-invalid'],
  ['the scheme alone', 'Bearer', 'token-invalid'],
  ['the scheme and a blank', 'Bearer ', 'token-invalid'],
  ['another scheme', `Basic ${canary}`, 'token-invalid'],
  ['a word', `Bearer ${canary}`, 'token-invalid'],
  ['three words', `Bearer ${canary}.${canary}.${canary}`, 'token-invalid'],
  ['a lone surrogate', 'Bearer \ud800.a.b', 'token-invalid'],
]

describe('access tokens', () => {
  const guarded = targets.map((target) => [target.route, target] as const)

  it.each(
    guarded.flatMap(([route, target]) =>
      authorizations.map(([name, value, says]) => ({ route, target, name, value, says })),
    ),
  )('$route refuses $name', async ({ target, value, says }) => {
    const event = eventOf(target, {
      headers: {
        ...('headers' in target.sent ? target.sent.headers : {}),
        ...(value !== undefined && { Authorization: value }),
      },
    })
    if (value === undefined) {
      delete event.headers['Authorization']
      delete event.multiValueHeaders['Authorization']
    }
    await expectRefused(target.api, event, { says })
  })

  it.each(guarded)('%s refuses two of them', async (_, target) => {
    const event = eventOf(target)
    const value = event.headers['Authorization'] ?? ''
    event.multiValueHeaders['Authorization'] = [value, value]
    await expectRefused(target.api, event, { says: 'token-invalid' })
  })

  it.each(guarded)('%s refuses every forged one', async (_, target) => {
    const real = tokens.get(target.caller.clientId) ?? ''
    const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
    const forged = await forgedTokens({
      claims: decodeJwt(real),
      nowSeconds: Math.floor(hub.now().getTime() / 1000),
      ...(await hub.tokenKey()),
      signElsewhere: (input) =>
        signWithKey('sha256', input, { key: privateKey, dsaEncoding: 'ieee-p1363' }),
    })
    expect(forged.length).toBeGreaterThan(50)
    for (const [, token] of forged)
      await expectRefused(target.api, eventOf(target, { token }), { says: 'token-invalid' })
  })

  it.each(guarded)(
    '%s refuses one that has just expired, before it looks at the request',
    async (_, target) => {
      const event = eventOf(target, { rawBody: '{', id: '..' })
      const token = event.headers['Authorization'] ?? ''
      hub.advance(306_000)
      event.headers['Authorization'] = token
      await expectRefused(target.api, event, { says: 'token-invalid' })
      hub.advance(-306_000)
    },
  )
})

describe('routes open to everybody', () => {
  const logged: unknown[] = []
  const describeApi = createDescribe({
    issuer: 'http://hub.test/v1',
    log: (...line) => void logged.push(line),
    now: () => new Date('2026-11-23T10:00:00Z'),
  })
  const strange = {
    rawBody: `{"${canary}":`,
    token: canary,
    id: canary,
  }
  const asked = { ...strange, query: { [canary]: [canary, canary] } }

  it.each(['describeApi', 'describeEvents', 'describeIssuer', 'health'] as const)(
    '%s answers the same whatever else is sent, but a query, which it refuses',
    async (route) => {
      const plain = await describeApi(anApiEvent(route) as never, aContext)
      const hostile = await describeApi(anApiEvent(route, strange) as never, aContext)
      expect(hostile).toEqual(plain)
      expect(plain.statusCode).toBe(200)
      const refused = await describeApi(anApiEvent(route, asked) as never, aContext)
      expect(refused.statusCode).toBe(400)
      expect(refused.body).not.toContain(canary)
      expect(JSON.stringify(logged)).not.toContain(canary)
    },
  )

  it.each(['/', '/../concerns', `/${canary}`, '/concerns/..%2f', '/openapi.json/'])(
    'nothing is at %s',
    async (path) => {
      const event = {
        ...anApiEvent('health', asked),
        resource: '/{proxy+}',
        path,
        httpMethod: 'TRACE',
      }
      const { statusCode, body } = await describeApi(event as never, aContext)
      expect(statusCode).toBe(404)
      expect(body).not.toContain(canary)
    },
  )
})

describe('the hub after all of this', () => {
  it('has stored nothing but refusals in the audit log', async () => {
    expect(await stored()).toEqual(before)
  })

  it('holds no canary in the audit log or in any line it logged', async () => {
    expect(JSON.stringify(await auditEntries(hub))).not.toContain(canary)
    expect(JSON.stringify(hub.logged)).not.toContain(canary)
    expect(hub.logged.filter((line) => (line as string[])[1] === 'REQUEST_FAILED')).toEqual([])
  })

  it.each(
    targets
      .filter(({ api }) => api !== 'answer' && api !== 'challenge')
      // Nothing is sealed here, and nobody has opened a request: auditors-day.test.ts does.
      .filter(
        ({ route, sent }) =>
          !isOfLog.includes(route) &&
          route !== 'exportAuditEntries' &&
          !('id' in sent && sent.id === nowhere),
      )
      .map((target) => [target.route, target] as const),
  )('takes the request to %s when nothing is wrong with it', async (_, target) => {
    expect((await hub.call(target.api, eventOf(target))).status).toBeLessThan(300)
  })

  it('takes the answers to an alert when nothing is wrong with them', async () => {
    // Nobody took up work by this outcome, of which there would be a status to say.
    const taken = answers.filter(
      ({ api, route }) => api === 'answer' && route !== 'recordCaseStatus',
    )
    for (const [at, target] of taken.entries()) {
      const headers = { ...ifMatch, 'If-Match': `"${at + 1}"` }
      const reply = await hub.call('answer', eventOf(target, { headers }))
      expect(reply.status, `${target.route}: ${JSON.stringify(reply.body)}`).toBe(200)
    }
  })

  it('takes the challenge of that answer when nothing is wrong with it', async () => {
    const target = targets.find(({ api }) => api === 'challenge') ?? targets[0]
    expect((await hub.call('challenge', eventOf(target))).status).toBe(202)
  })

  it('shows nothing of another service’s concern', async () => {
    const token = await hub.tokenFor(otherService)
    await expectRefused('follow', eventOf(targets[1], { token }), { says: 'not-found' })
  })
})
