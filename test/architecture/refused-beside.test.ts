import { beforeAll, describe, expect, it } from 'vitest'
import { westmarch as westmarchCode } from '../../infra/stages/local.ts'
import { createInMemoryKeys, keyIds } from '../../local/in-memory/keys.ts'
import { createInMemoryStore } from '../../local/in-memory/store.ts'
import { tables as definitions, forEachTable } from '../../shared/aws/dynamodb/tables.ts'
import { anApiEvent } from '../builders/an-api-event.ts'
import { type auditor, drugService, westmarch } from '../builders/clients.ts'
import { auditEntries, deskOf, inCase } from '../builders/hub-calls.ts'
import { type GuardedRoute, type Ids, peopled, scenes } from '../builders/scenes-of-routes.ts'
import { startTestHub, type TestHub } from '../fakes/test-hub.ts'

describe('what is named beside the path by whoever may not ask', () => {
  let at: { readonly ids: Ids; readonly hub: TestHub }
  beforeAll(async () => {
    const store = createInMemoryStore(definitions)
    const tables = forEachTable((name) => name)
    const rows = async (table: string) => store.rows(table)
    const hub = await startTestHub({ store, keys: createInMemoryKeys(), keyIds, tables, rows })
    at = { hub, ids: await peopled(hub) }
    await hub.seal()
  })
  const refusedTo = async (
    route: GuardedRoute,
    { caller, ...sent }: { caller: typeof auditor; query?: Record<string, string>; body?: unknown },
  ) => {
    const { hub } = at
    const requestId = `beside-${route}-${JSON.stringify(sent).length}`
    const event = anApiEvent(route, {
      ...sent,
      token: await hub.tokenFor(caller),
      headers: { ...inCase, ...deskOf(caller), 'X-Request-ID': requestId },
    })
    const { status } = await hub.call(scenes[route].api, event)
    const entries = (await auditEntries(hub)).filter((entry) => entry.requestId === requestId)
    return { status, entries }
  }

  it('is known to the log by its id, where something is on record about it', async () => {
    const { alert } = at.ids
    const asked = { caller: westmarch, query: { subject: alert } }
    const { status, entries } = await refusedTo('listAuditEntries', asked)
    expect(status).toBe(403)
    const askedFor = { kind: 'record', id: alert }
    expect(entries).toMatchObject([{ action: 'ACCESS_REFUSED', outcome: 'REFUSED', askedFor }])
  })

  it('is a keyed hash where nothing is, though it be a name', async () => {
    const asked = { caller: westmarch, query: { subject: 'Marta Quillfeather' } }
    const { entries } = await refusedTo('listAuditEntries', asked)
    expect(entries).toMatchObject([
      { askedFor: { kind: 'record', keyed: expect.any(String) as string } },
    ])
    expect(JSON.stringify(entries)).not.toContain('Marta')
  })

  it('is whom somebody wanted to read in an emergency, and every concern of a request', async () => {
    const object = { kind: 'chronology', id: `${westmarchCode}.C1` }
    const urgent = await refusedTo('askEmergencyAccess', { caller: drugService, body: { object } })
    expect(urgent.entries).toMatchObject([{ askedFor: { kind: 'child', id: object.id } }])
    const { concern, other } = at.ids
    const body = { personId: object.id, concernIds: [concern, other] }
    const { entries } = await refusedTo('openSubjectAccess', { caller: westmarch, body })
    expect(new Set(entries.map(({ askedFor }) => askedFor?.id))).toEqual(
      new Set([object.id, concern, other]),
    )
  })
})
