import { westmarch } from '../../../infra/stages/local.ts'
import { put } from '../../../shared/aws/dynamodb/actions.ts'
import { holdRow } from '../../../shared/aws/dynamodb/legal-holds.ts'
import { day, type Scene } from './stage.ts'

const hold = {
  holdId: '01a207d9-2100-7000-8000-000000000001',
  version: 1,
  record: `${westmarch}.C1`,
  from: '2026-11-23',
  to: '2026-11-30',
  until: '2036-12-31',
  reason: 'INQUIRY',
  askedBy: 'an-inquiry',
  placedBy: 'op-1',
  placedOn: '2026-11-23',
} as const

/** Ten years pass; what the log need not keep is told of, while a hold keeps some days of a child. */
export const expiring: Scene = async ({ hub, calls }) => {
  const keep = (row: Parameters<typeof put>[1]) =>
    hub.store.transact([put(hub.tables.directory, row)])
  await keep(holdRow(hold))
  await calls.listAlerts()
  await hub.seal()
  hub.advance(11 * 366 * day)
  await calls.listAlerts()
  await hub.seal()
  await hub.expireEntries()
  const lifted = { version: 2, liftedBy: 'op-2', liftedOn: '2037-11-23' }
  await keep(holdRow({ ...hold, ...lifted }))
}
