import { westmarch as westmarchCode } from '../../infra/stages/local.ts'
import type { Client } from '../../shared/agencies/client.ts'
import type { AuditEntry } from '../../shared/audit/audit-entry.ts'
import type { TestHub } from '../fakes/test-hub.ts'
import { aChild } from './a-child.ts'
import { aConcern } from './a-concern.ts'
import { anApiEvent } from './an-api-event.ts'
import {
  drugService,
  westmarch,
  westmarchOwner,
  westmarchRegister,
  westmarchReviewer,
} from './clients.ts'

type Caller = Omit<Client, 'keys' | 'active'>
export type HubReply = Awaited<ReturnType<TestHub['call']>>
export type ListedReview = {
  readonly reviewId: string
  readonly version: number
  readonly kind: string
}
export type ListedAlert = { readonly alertId: string; readonly version: number } & Readonly<
  Record<string, unknown>
>
/** Whoever sits at this system, by their work id. */
export const deskOf = ({ clientId }: Caller): { readonly 'Hub-Practitioner': string } => ({
  'Hub-Practitioner': `W-${clientId}`,
})

/** The case in which somebody asks outside an alert. */
export const inCase = { 'Hub-Case-Reference': 'case-7', 'Hub-Purpose': 'safeguarding' } as const

type EmergencyRoute =
  | 'askEmergencyAccess'
  | 'listEmergencyAccesses'
  | 'readEmergencyAccess'
  | 'approveEmergencyAccess'
  | 'reviewEmergencyAccess'

type AnswerRoute =
  | 'acknowledgeAlert'
  | 'recordOutcome'
  | 'giveFeedback'
  | 'recordTelling'
  | 'recordCaseStatus'
  | 'handOverAlert'

/** What people and systems do at the hub, one line each, so that a test reads as what happened. */
export const callsOf = (hub: TestHub) => {
  const tokenOf = (caller: Caller): Promise<string> => hub.tokenFor(caller)
  const answer = async (
    route: AnswerRoute,
    {
      id,
      version,
      body,
      practitioner = 'SW-1',
    }: { id: string; version: number; body?: unknown; practitioner?: string },
    caller: Caller = westmarch,
  ): Promise<HubReply> =>
    hub.call(
      'answer',
      anApiEvent(route, {
        id,
        token: await tokenOf(caller),
        headers: { 'If-Match': `"${version}"`, 'Hub-Practitioner': practitioner },
        ...(body !== undefined && { body }),
      }),
    )
  /** What a service says later of its own concern. */
  const sayLater =
    (route: 'withdrawConcern' | 'reportEngagement' | 'changeConsent') =>
    async (
      { id, key }: { readonly id: string; readonly key: string },
      body: unknown,
      caller: Caller = drugService,
    ): Promise<HubReply> =>
      hub.call(
        'changeConsent',
        anApiEvent(route, {
          id,
          token: await tokenOf(caller),
          body,
          headers: { 'Idempotency-Key': key },
        }),
      )
  return {
    emergency: async (
      route: EmergencyRoute,
      caller: Caller,
      sent: { readonly id?: string; readonly body?: unknown } = {},
    ): Promise<HubReply> =>
      hub.call(
        'emergency',
        anApiEvent(route, {
          ...sent,
          token: await tokenOf(caller),
          headers: { ...deskOf(caller), ...inCase },
        }),
      ),
    readByEmergency: async (
      route: 'readAlert' | 'readChronology',
      { id, accessId }: { readonly id: string; readonly accessId: string },
      caller: Caller,
    ): Promise<HubReply> =>
      hub.call(
        route === 'readAlert' ? 'read' : 'chronology',
        anApiEvent(route, {
          id,
          token: await tokenOf(caller),
          headers: { ...deskOf(caller), ...inCase, 'Hub-Emergency-Access': accessId },
        }),
      ),
    putChild: async (
      id: string,
      child: ReturnType<typeof aChild> = aChild(),
      caller: Caller = westmarchRegister,
    ): Promise<HubReply> =>
      hub.call(
        'register',
        anApiEvent('putChild', { id, token: await tokenOf(caller), body: child }),
      ),
    agree: async (childId: string, body: unknown, caller: Caller = westmarch): Promise<HubReply> =>
      hub.call(
        'register',
        anApiEvent('recordWrittenAgreement', {
          id: childId,
          token: await tokenOf(caller),
          body,
          headers: { ...deskOf(caller), ...inCase },
        }),
      ),
    submit: async (
      key: string,
      concern: ReturnType<typeof aConcern> = aConcern(),
      caller: Caller = drugService,
    ): Promise<HubReply> =>
      hub.call(
        'submit',
        anApiEvent('submitConcern', {
          token: await tokenOf(caller),
          body: concern,
          headers: { 'Idempotency-Key': key },
        }),
      ),
    follow: async (id: string, caller: Caller = drugService): Promise<HubReply> =>
      hub.call('follow', anApiEvent('followConcern', { id, token: await tokenOf(caller) })),
    challenge: async (
      id: string,
      sent: { readonly key: string; readonly body: unknown },
      caller: Caller = drugService,
    ): Promise<HubReply> =>
      hub.call(
        'challenge',
        anApiEvent('challengeAnswer', {
          id,
          token: await tokenOf(caller),
          body: sent.body,
          headers: { 'Idempotency-Key': sent.key },
        }),
      ),
    readAlert: async (id: string, caller: Caller = westmarch): Promise<HubReply> =>
      hub.call(
        'read',
        anApiEvent('readAlert', { id, token: await tokenOf(caller), headers: deskOf(caller) }),
      ),
    explainAlert: async (id: string, caller: Caller = westmarch): Promise<HubReply> =>
      hub.call(
        'read',
        anApiEvent('explainAlert', { id, token: await tokenOf(caller), headers: deskOf(caller) }),
      ),
    listAlerts: async (caller: Caller = westmarch): Promise<readonly ListedAlert[]> => {
      const event = anApiEvent('listAlerts', {
        token: await tokenOf(caller),
        query: { limit: '100' },
      })
      const { body } = await hub.call('read', event)
      return (body as { items: ListedAlert[] }).items
    },
    chronology: async (
      id = `${westmarchCode}.C1`,
      query: Record<string, string> = {},
      caller: Caller = westmarch,
    ): Promise<HubReply> =>
      hub.call(
        'chronology',
        anApiEvent('readChronology', {
          id,
          query,
          token: await tokenOf(caller),
          headers: { ...deskOf(caller), ...inCase },
        }),
      ),
    answer,
    listConcerns: async (
      query: Record<string, string> = {},
      caller: Caller = drugService,
    ): Promise<HubReply> =>
      hub.call('follow', anApiEvent('listConcerns', { query, token: await tokenOf(caller) })),
    withdraw: sayLater('withdrawConcern'),
    reportEngagement: sayLater('reportEngagement'),
    changeConsent: sayLater('changeConsent'),
    preview: async (
      concern: ReturnType<typeof aConcern>,
      {
        caller = westmarchOwner,
        agencyType = 'substance-misuse',
      }: { caller?: Caller; agencyType?: string } = {},
    ): Promise<HubReply> =>
      hub.call(
        'preview',
        anApiEvent('previewConcern', {
          token: await tokenOf(caller),
          body: concern,
          query: { agencyType },
          headers: { ...deskOf(caller), ...inCase },
        }),
      ),
    listReviews: async (caller: Caller = westmarchReviewer): Promise<readonly ListedReview[]> => {
      const event = anApiEvent('listReviews', { token: await tokenOf(caller) })
      const { body } = await hub.call('review', event)
      return (body as { items: ListedReview[] }).items
    },
    readReview: async (id: string, caller: Caller = westmarchReviewer): Promise<HubReply> =>
      hub.call(
        'review',
        anApiEvent('readReview', { id, token: await tokenOf(caller), headers: deskOf(caller) }),
      ),
    decideReview: async (
      id: string,
      body: unknown,
      { version = 1, caller = westmarchReviewer }: { version?: number; caller?: Caller } = {},
    ): Promise<HubReply> =>
      hub.call(
        'review',
        anApiEvent('decideReview', {
          id,
          token: await tokenOf(caller),
          body,
          headers: { ...deskOf(caller), 'If-Match': `"${version}"` },
        }),
      ),
  }
}

/** The id in a reply to a concern. */
export const concernIdIn = (reply: HubReply): string =>
  (reply.body as { concernId: string }).concernId

/** All rows of a table, however many. */
export const allRows = (
  hub: TestHub,
  table: keyof TestHub['tables'],
): Promise<readonly Record<string, unknown>[]> => hub.rows(table)

/** What was received, and what the hub has made of it. */
export const receivedAndMade = async (
  hub: TestHub,
): Promise<readonly Record<string, unknown>[]> => [
  ...(await allRows(hub, 'intake')),
  ...(await allRows(hub, 'casework')),
]

/** As {@link receivedAndMade}, the counts of what each client asked aside. */
export const rowsButCounts = async (hub: TestHub): Promise<readonly Record<string, unknown>[]> =>
  (await receivedAndMade(hub)).filter(({ sk }) => sk !== 'QUOTA')

/** Every audit entry once, waiting or sealed (these stand under every subject), oldest first. */
export const auditEntries = async (hub: TestHub): Promise<readonly AuditEntry[]> => {
  const rows = [...(await allRows(hub, 'auditEntries')), ...(await allRows(hub, 'auditLog'))]
  const entries = rows.flatMap(({ entry }) => (entry === undefined ? [] : [entry as AuditEntry]))
  return [...new Map(entries.map((entry) => [entry.entryId, entry])).values()].toSorted((a, b) =>
    a.entryId < b.entryId ? -1 : 1,
  )
}

/** How many entries there are of each action about one record. */
export const actionsAbout = async (
  hub: TestHub,
  subject: string,
): Promise<Readonly<Record<string, number>>> => {
  const about = (await auditEntries(hub)).filter(({ subjects }) => subjects.includes(subject))
  const byAction = Map.groupBy(about, ({ action }) => action)
  return Object.fromEntries([...byAction].map(([action, entries]) => [action, entries.length]))
}
