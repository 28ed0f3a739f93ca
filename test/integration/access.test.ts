import { beforeAll, describe, expect, it } from 'vitest'
import { northmoor as northmoorCode, westmarch as westmarchCode } from '../../infra/stages/local.ts'
import type { Client } from '../../shared/agencies/client.ts'
import type { Alert } from '../../shared/alerts/alert.ts'
import type { AuditEntry } from '../../shared/audit/audit-entry.ts'
import { waitingShards } from '../../shared/aws/dynamodb/audit-rows.ts'
import { queryToEnd } from '../../shared/aws/dynamodb/store.ts'
import { newId } from '../../shared/aws/new-id.ts'
import { aChild } from '../builders/a-child.ts'
import { aConcern } from '../builders/a-concern.ts'
import { aVerdict } from '../builders/a-verdict.ts'
import { aWrittenAgreement } from '../builders/a-written-agreement.ts'
import { anApiEvent } from '../builders/an-api-event.ts'
import { justification } from '../builders/an-emergency-access.ts'
import {
  auditor,
  drugService,
  drugServiceLead,
  northmoor,
  otherService,
  otherServiceLead,
  partnershipLead,
  reviewLead,
  westmarch,
  westmarchOwner,
  westmarchRegister,
  westmarchReviewer,
} from '../builders/clients.ts'
import {
  allRows,
  auditEntries,
  callsOf,
  concernIdIn,
  deskOf,
  inCase,
  rowsButCounts,
} from '../builders/hub-calls.ts'
import { told } from '../builders/told.ts'
import type { TestHub } from '../fakes/test-hub.ts'
import { startCaseworkHub } from './in-process-hub.ts'

type Caller = Omit<Client, 'keys' | 'active'>
type Route = keyof typeof requests

/** Everybody who may call, and what they hold that the concern and the alert of this test are about. */
const callers = {
  'the referrer': drugService,
  'a colleague of the referrer': { ...drugService, clientId: 'drug-service-2' },
  'another service': otherService,
  'the authority': westmarch,
  'a colleague at the authority': { ...westmarch, clientId: 'westmarch-2' },
  'another authority': northmoor,
  'the register of the authority': westmarchRegister,
  'the register of another authority': {
    ...westmarchRegister,
    clientId: 'northmoor-register',
    authority: northmoorCode,
  },
  'the lead of the service that sent it': drugServiceLead,
  'the lead of another service': otherServiceLead,
  'the lead of the authority': reviewLead,
  'the partnership lead': partnershipLead,
  'a reviewer of the authority': westmarchReviewer,
  'a reviewer who may only read': {
    ...drugServiceLead,
    clientId: 'reads-reviews',
    scopes: ['reviews.read'],
  },
  'an owner of the policy': westmarchOwner,
  'an auditor': auditor,
  'a referrer without the scopes': { ...drugService, clientId: 'no-scopes', scopes: [] },
  'a referrer who may only write': {
    ...drugService,
    clientId: 'writes',
    scopes: ['concerns.write'],
  },
  'a referrer with the scopes of all': {
    ...drugService,
    clientId: 'all-scopes',
    scopes: ['alerts.read', 'alerts.write', 'chronology.read', 'register.write', 'audit.read'],
  },
  'a referrer of no kind of service': {
    clientId: 'no-kind',
    role: 'referrer',
    scopes: ['concerns.write', 'concerns.read'],
    agency: 'turning-tide',
    agencyName: 'Turning Tide',
  },
  'a social worker of no authority': {
    clientId: 'no-authority',
    role: 'social-worker',
    scopes: ['alerts.read', 'alerts.write', 'chronology.read'],
    agency: 'westmarch',
    agencyName: 'Westmarch',
  },
  'a social worker who may only read': { ...westmarch, clientId: 'reads', scopes: ['alerts.read'] },
  'a register manager of no authority': {
    clientId: 'no-authority-register',
    role: 'register-manager',
    scopes: ['register.write'],
    agency: 'westmarch',
    agencyName: 'Westmarch',
  },
  'an auditor without the scope': { ...auditor, clientId: 'auditor-without', scopes: [] },
  'an auditor with the scopes of all': {
    ...auditor,
    clientId: 'auditor-with',
    scopes: ['concerns.read', 'alerts.read', 'alerts.write', 'chronology.read', 'register.write'],
  },
} as const satisfies Record<string, Caller>
type CallerName = keyof typeof callers

/**
 * Who may do what, written out by hand: 2 yes, 4 as if it did not exist, 3 not at all, 1 the request itself is wrong.
 * Columns: submit follow challenge | list count read explain acknowledge outcome feedback | put | audit | consent | list read
 * decide reviews | chronology | preview, locate | telling | test | ask in an emergency, list those | agree with parents, engagement,
 * case status | hand over, who has looked.
 */
const oracle: Readonly<Record<CallerName, string>> = {
  'the referrer': '222 3333333 3 3 2 333 3 32 3 3 33 323 33',
  'a colleague of the referrer': '222 3333333 3 3 2 333 3 32 3 3 33 323 33',
  'another service': '244 3333333 3 3 4 333 3 32 3 3 33 343 33',
  'the authority': '333 2222222 3 3 3 333 2 33 2 2 23 232 22',
  'a colleague at the authority': '333 2222222 3 3 3 333 2 33 2 2 23 232 22',
  'another authority': '333 2244444 3 3 3 333 4 33 4 2 23 434 44',
  'the register of the authority': '333 3333333 2 3 3 333 3 33 3 3 33 333 33',
  'the register of another authority': '333 3333333 1 3 3 333 3 33 3 3 33 333 33',
  'an auditor': '333 3333333 3 2 3 333 3 33 3 3 33 333 33',
  'a referrer without the scopes': '333 3333333 3 3 3 333 3 33 3 3 33 333 33',
  'a referrer who may only write': '232 3333333 3 3 2 333 3 32 3 3 33 323 33',
  'a referrer with the scopes of all': '333 3333333 3 3 3 333 3 33 3 3 33 333 33',
  'a referrer of no kind of service': '333 3333333 3 3 3 333 3 33 3 3 33 333 33',
  'a social worker of no authority': '333 3333333 3 3 3 333 3 33 3 3 33 333 33',
  'a social worker who may only read': '333 2222333 3 3 3 333 3 33 3 2 23 333 32',
  'a register manager of no authority': '333 3333333 3 3 3 333 3 33 3 3 33 333 33',
  'an auditor without the scope': '333 3333333 3 3 3 333 3 33 3 3 33 333 33',
  'an auditor with the scopes of all': '333 3333333 3 3 3 333 3 33 3 3 33 333 33',
  'the lead of the service that sent it': '333 3333333 3 3 3 222 3 33 3 3 33 333 33',
  'the lead of another service': '333 3333333 3 3 3 244 3 33 3 3 33 333 33',
  'the lead of the authority': '333 2222222 3 3 3 244 2 33 2 2 22 232 22',
  'the partnership lead': '333 2344444 3 3 3 244 3 33 4 3 32 334 44',
  'a reviewer of the authority': '333 3333333 3 3 3 244 3 33 3 3 33 333 33',
  'a reviewer who may only read': '333 3333333 3 3 3 223 3 33 3 3 33 333 33',
  'an owner of the policy': '333 3333333 3 3 3 333 3 23 3 3 33 333 33',
}

const requests = {
  submitConcern: { api: 'submit', about: 'nothing' },
  followConcern: { api: 'follow', about: 'concern' },
  challengeAnswer: { api: 'challenge', about: 'answer' },
  listAlerts: { api: 'read', about: 'nothing' },
  countAlerts: { api: 'read', about: 'nothing' },
  readAlert: { api: 'read', about: 'alert' },
  explainAlert: { api: 'read', about: 'alert' },
  acknowledgeAlert: { api: 'answer', about: 'alert' },
  recordOutcome: { api: 'answer', about: 'alert' },
  giveFeedback: { api: 'answer', about: 'alert' },
  putChild: { api: 'register', about: 'child' },
  listAuditEntries: { api: 'audit', about: 'nothing' },
  changeConsent: { api: 'changeConsent', about: 'concern' },
  listReviews: { api: 'review', about: 'nothing' },
  readReview: { api: 'review', about: 'review' },
  decideReview: { api: 'review', about: 'review' },
  readChronology: { api: 'chronology', about: 'known child' },
  previewConcern: { api: 'preview', about: 'nothing' },
  locateConcern: { api: 'submit', about: 'nothing' },
  recordTelling: { api: 'answer', about: 'alert' },
  sendTestAlert: { api: 'answer', about: 'nothing' },
  askEmergencyAccess: { api: 'emergency', about: 'nothing' },
  listEmergencyAccesses: { api: 'emergency', about: 'nothing' },
  recordWrittenAgreement: { api: 'register', about: 'known child' },
  reportEngagement: { api: 'changeConsent', about: 'concern' },
  recordCaseStatus: { api: 'answer', about: 'alert' },
  handOverAlert: { api: 'answer', about: 'alert' },
  readAlertReaders: { api: 'audit', about: 'alert' },
} as const
const routes = Object.keys(requests) as Route[]

const bodies: Partial<Record<Route, object>> = {
  submitConcern: aConcern(),
  previewConcern: aConcern(),
  locateConcern: aConcern(),
  challengeAnswer: {
    reason: 'The children were seen alone at night again this week.',
    feedbackNumber: 1,
  },
  recordOutcome: { outcome: 'ASSESSMENT_S17' },
  giveFeedback: { lines: told('We will visit.') },
  recordTelling: { wasTold: false, whyNot: 'NOT_YET' },
  putChild: aChild(),
  changeConsent: { status: 'GIVEN' },
  decideReview: aVerdict('HOLD'),
  askEmergencyAccess: {
    object: { kind: 'chronology', id: `${westmarchCode}.C1` },
    justification,
  },
  recordWrittenAgreement: aWrittenAgreement,
  reportEngagement: { engagement: 'DROPPED_OUT', on: '2026-11-20' },
  recordCaseStatus: { status: 'OPEN' },
  handOverAlert: { to: 'SW-2' },
}
const queries: Partial<Record<Route, Record<string, string>>> = {
  countAlerts: { from: '2026-11', to: '2026-11' },
  previewConcern: { agencyType: 'substance-misuse' },
}
const versions: Partial<Record<Route, number>> = {
  acknowledgeAlert: 1,
  recordOutcome: 2,
  giveFeedback: 3,
  recordTelling: 1,
  decideReview: 1,
  recordCaseStatus: 4,
  handOverAlert: 3,
}

let hub: TestHub
let number = 0

const aRefusal = aConcern({
  consent: { status: 'REFUSED' },
  whyOverridden: 'The child is alone with him at night.',
})

/** The newest review: what follows a refusal of consent. */
const aReviewOf = async (calls: ReturnType<typeof callsOf>): Promise<string> => {
  await calls.submit(`a-key-for-each-try-${number}`, aRefusal)
  await hub.settle()
  const open = await calls.listReviews(drugServiceLead)
  return (
    open
      .map(({ reviewId }) => reviewId)
      .toSorted()
      .at(-1) ?? ''
  )
}

const alertAbout = async (concernId: string): Promise<string> => {
  const rows = await allRows(hub, 'casework')
  const alerts = rows.flatMap(({ sk, alert }) => (sk === 'ALERT' ? [alert as Alert] : []))
  return alerts.find((alert) => alert.concernId === concernId)?.alertId ?? ''
}

/** What asks for an alert that was acknowledged, then for one decided on too, then for one whose sender was answered. */
const stepsBefore: readonly Route[] = [
  'recordOutcome',
  'giveFeedback',
  'challengeAnswer',
  'recordCaseStatus',
]

const acknowledge = async (calls: ReturnType<typeof callsOf>, id: string, route: Route) => {
  await calls.answer('acknowledgeAlert', { id, version: 1 })
  // Nobody has it then, so that only access can refuse to have it handed on.
  if (route === 'handOverAlert')
    await calls.answer('handOverAlert', { id, version: 2, body: { to: null } })
}

/** An alert and a concern for every try, in the state that the route asks for, so that only access can refuse. */
const prepare = async (
  route: Route,
): Promise<{ concern: string; alert: string; child: string }> => {
  const { about } = requests[route]
  if (about === 'nothing' || about === 'child') return { concern: '', alert: '', child: 'C7' }
  if (about === 'known child') return { concern: '', alert: '', child: `${westmarchCode}.C1` }
  number += 1
  const calls = callsOf(hub)
  if (about === 'review') return { concern: '', alert: await aReviewOf(calls), child: '' }
  const concern = concernIdIn(await calls.submit(`a-key-for-each-try-${number}`))
  if (about === 'concern') return { concern, alert: '', child: '' }
  await hub.settle()
  const alert = await alertAbout(concern)
  const answered = route === 'handOverAlert' ? 0 : Math.min(stepsBefore.indexOf(route), 2)
  if (answered >= 0) await acknowledge(calls, alert, route)
  if (answered >= 1)
    await calls.answer('recordOutcome', {
      id: alert,
      version: 2,
      body: { outcome: 'ASSESSMENT_S17' },
    })
  if (answered >= 2)
    await calls.answer('giveFeedback', { id: alert, version: 3, body: { lines: told('No.') } })
  return about === 'answer' ? { concern, alert: '', child: '' } : { concern, alert, child: '' }
}

beforeAll(async () => {
  hub = await startCaseworkHub('access')
  await callsOf(hub).putChild('C1')
})

const outsideAlert: readonly Route[] = [
  'readChronology',
  'previewConcern',
  'askEmergencyAccess',
  'recordWrittenAgreement',
]
const isOutsideAlert = (route: Route): boolean => outsideAlert.includes(route)

const ask = async (caller: Caller, route: Route, id: string) => {
  number += 1
  const { api } = requests[route]
  const version = versions[route]
  const body = bodies[route]
  return hub.call(
    api,
    anApiEvent(route, {
      ...(id !== '' && { id }),
      token: await hub.tokenFor(caller),
      headers: {
        'Idempotency-Key': `a-key-for-each-ask-${number}`,
        ...(isOutsideAlert(route) && inCase),
        ...deskOf(caller),
        ...(version !== undefined && { 'If-Match': `"${version}"` }),
      },
      ...(body !== undefined && { body }),
      query: queries[route] ?? {},
    }),
  )
}

/** An id of which there is nothing, in the form that the route takes. */
const unknownId = (route: Route): string =>
  requests[route].about === 'known child' ? `${westmarchCode}.C404` : newId(hub.now())

/** How many more a body names: each has an entry of its own. */
const namedBeside = (route: Route): number => (route === 'putChild' ? aChild().adults.length : 0)

/** How many refusals of this client were recorded while something was done. */
const refusalsDuring = async (clientId: string, act: () => Promise<unknown>): Promise<number> => {
  hub.advance(1)
  const since = hub.now().toISOString()
  await act()
  const read = waitingShards.map((value) =>
    queryToEnd(hub.store, {
      table: hub.tables.auditEntries,
      partition: { field: 'pk', value },
      range: { kind: 'between', field: 'sk', from: since, to: '9999' },
      consistent: true,
    }),
  )
  const entries = (await Promise.all(read)).flat().map(({ entry }) => entry as AuditEntry)
  return entries.filter(
    ({ actor, action, outcome }) =>
      actor === clientId && action === 'ACCESS_REFUSED' && outcome === 'REFUSED',
  ).length
}

const expectedOf = (caller: CallerName, route: Route): string =>
  oracle[caller].replaceAll(' ', '').charAt(routes.indexOf(route))

const table = (Object.keys(callers) as CallerName[]).flatMap((caller) =>
  routes.map((route) => ({ caller, route, expected: expectedOf(caller, route) })),
)

const withoutInstance = (body: unknown): object => ({ ...(body as object), instance: '' })

describe('what a caller may do', () => {
  it('is stated for every caller and route', () => {
    expect(table.filter(({ expected }) => !'1234'.includes(expected) || expected === '')).toEqual(
      [],
    )
    expect(table).toHaveLength(Object.keys(callers).length * routes.length)
  })

  it.each(table.filter(({ expected }) => expected === '2'))(
    '$caller: $route is answered',
    async ({ caller, route }) => {
      const { concern, alert, child } = await prepare(route)
      const reply = await ask(
        callers[caller],
        route,
        concern !== '' && alert === '' ? concern : alert || child,
      )
      expect([200, 202], JSON.stringify(reply.body)).toContain(reply.status)
    },
  )

  it.each(table.filter(({ expected }) => expected === '3'))(
    '$caller: $route is refused, the same for what is there and what is not, and recorded',
    async ({ caller, route }) => {
      const recorded = await refusalsDuring(callers[caller].clientId, async () => {
        const there = await ask(callers[caller], route, unknownId(route))
        expect(there.status).toBe(403)
        expect(there.body).toMatchObject({ type: 'urn:safeguarding-hub:problem:not-permitted' })
      })
      expect(recorded).toBe(1 + namedBeside(route))
    },
  )

  const hidden = table.filter(({ expected }) => expected === '4')

  it.each(hidden)('$caller: $route is answered as for an unknown id', async ({ caller, route }) => {
    const { concern, alert, child } = await prepare(route)
    const theirs = await ask(callers[caller], route, alert || concern || child)
    const unknown = await ask(callers[caller], route, unknownId(route))
    expect(theirs.status).toBe(404)
    expect(withoutInstance(theirs.body)).toEqual(withoutInstance(unknown.body))
    expect({ ...theirs.headers }).toEqual({ ...unknown.headers })
  })

  it.each(hidden)(
    '$caller: $route leaves an entry that it was tried',
    async ({ caller, route }) => {
      const { concern, alert, child } = await prepare(route)
      const recorded = await refusalsDuring(callers[caller].clientId, () =>
        ask(callers[caller], route, alert || concern || child),
      )
      expect(recorded).toBe(1)
    },
  )

  it.each(hidden)('$caller: $route changes nothing', async ({ caller, route }) => {
    const { concern, alert, child } = await prepare(route)
    const rows = async () => (await rowsButCounts(hub)).map(({ pk, version }) => [pk, version])
    const before = await rows()
    await ask(callers[caller], route, alert || concern || child)
    expect(await rows()).toEqual(before)
  })

  const outside = table.filter(({ expected }) => expected === '1')

  it.each(outside)(
    '$caller: $route is refused for another authority',
    async ({ caller, route }) => {
      const reply = await ask(callers[caller], route, 'C7')
      expect(reply.status).toBe(400)
      expect(reply.body).toMatchObject({ errors: [{ pointer: '/authority' }] })
    },
  )

  it.each(outside)(
    '$caller: $route for another authority leaves an entry',
    async ({ caller, route }) => {
      const recorded = await refusalsDuring(callers[caller].clientId, () =>
        ask(callers[caller], route, 'C7'),
      )
      expect(recorded).toBe(1 + namedBeside('putChild'))
    },
  )
})

describe('an inbox', () => {
  it('lists the alerts of its own authority only', async () => {
    const calls = callsOf(hub)
    expect((await calls.listAlerts(westmarch)).length).toBeGreaterThan(0)
    expect(await calls.listAlerts(northmoor)).toEqual([])
  })
})

describe('an entry of the audit log', () => {
  it('says which agency and authority a refused caller belongs to, and for what', async () => {
    await ask(northmoor, 'listAuditEntries', '')
    const last = (await auditEntries(hub)).find(
      ({ action, actor, codes }) =>
        action === 'ACCESS_REFUSED' &&
        actor === northmoor.clientId &&
        codes?.['action'] === 'audit.query',
    )
    expect(last).toMatchObject({
      actor: northmoor.clientId,
      agency: 'northmoor',
      authority: northmoorCode,
      codes: { action: 'audit.query' },
    })
  })
})
