import { describe, expect, it } from 'vitest'
import { northmoor, westmarch } from '../../../infra/stages/local.ts'
import { alertRow } from '../../../shared/aws/dynamodb/alert-rows.ts'
import { countUnagreed, markUnagreedToldIn } from '../../../shared/aws/dynamodb/unagreed.ts'
import { anId } from '../../builders/a-stored-concern.ts'
import { aContestedAlert } from '../../builders/an-alert.ts'
import { anApiEvent } from '../../builders/an-api-event.ts'
import { drugServiceLead, partnershipLead, reviewLead } from '../../builders/clients.ts'
import { auditEntries, deskOf } from '../../builders/hub-calls.ts'
import { startInMemoryHub } from '../../fakes/in-memory-hub.ts'

const day = '2026-11-23'

const aHub = async () => {
  const hub = await startInMemoryHub()
  const { store, tables } = hub
  const alerts = [
    aContestedAlert(31, 'partnership', { authority: northmoor, dueAt: '2026-11-25T23:59:59.999Z' }),
    aContestedAlert(32, 'partnership', { isLeadsOnly: true }),
    aContestedAlert(33, 'head'),
    aContestedAlert(34, 'partnership', { state: 'FED_BACK' }),
  ]
  const told = { agency: 'turning-tide', authorities: [westmarch, northmoor] }
  const at = new Date(`${day}T10:00:00Z`)
  await store.transact([
    ...alerts.map(
      (alert) => ({ kind: 'put', table: tables.casework, row: alertRow(alert) }) as const,
    ),
    ...countUnagreed(tables.casework, { ...told, at }),
  ])
  const read = async (caller: typeof partnershipLead) => {
    const token = await hub.tokenFor(caller)
    const event = anApiEvent('readWatchReport', { token, query: { day }, headers: deskOf(caller) })
    const { status, body } = await hub.call('review', event)
    return { status, body: body as Record<string, unknown> }
  }
  return { hub, read }
}

describe('what only the partnership lead is told', () => {
  it('is what was disclosed without an agreement, after it was told by message too, and what was contested that high', async () => {
    const { hub, read } = await aHub()
    const { casework, auditEntries: entries } = hub.tables
    await markUnagreedToldIn(hub.store, { casework, auditEntries: entries })(day, [])
    const { status, body } = await read(partnershipLead)
    expect(status).toBe(200)
    expect(body['unagreed']).toEqual([
      { agency: 'turning-tide', authority: westmarch, count: 1 },
      { agency: 'turning-tide', authority: northmoor, count: 1 },
    ])
    expect(body['contested']).toEqual([
      {
        ...{ alertId: anId(32), authority: westmarch, harm: 'H2' },
        ...{ dueAt: '2026-11-24T23:59:59.999Z', contestedAt: '2026-11-23T09:00:00.000Z' },
      },
      expect.objectContaining({ alertId: anId(31), authority: northmoor }),
    ])
    const said = (await auditEntries(hub)).find(({ action }) => action === 'WATCH_REPORT_READ')
    expect(said?.codes).toMatchObject({ unagreed: '2', contested: '2' })
  })

  it.each([
    ['a service’s lead, who would learn which council holds a family', drugServiceLead],
    ['a council’s lead', reviewLead],
  ])('is not for %s', async (_whom, caller) => {
    const { read } = await aHub()
    const { status, body } = await read(caller)
    expect([status, Object.keys(body).toSorted()]).toEqual([
      200,
      ['day', 'findings', 'state', 'total'],
    ])
  })
})
