import { describe, expect, it } from 'vitest'
import { put } from '../../../shared/aws/dynamodb/actions.ts'
import { aConcern } from '../../builders/a-concern.ts'
import { callsOf, concernIdIn } from '../../builders/hub-calls.ts'
import { startInMemoryHub } from '../../fakes/in-memory-hub.ts'

/** Two concerns just received, the first of them in a row as another version of this code would have written it. */
const aHub = async () => {
  const hub = await startInMemoryHub()
  const calls = callsOf(hub)
  const unknown = concernIdIn(await calls.submit('a-key-for-the-first-one', aConcern()))
  const known = concernIdIn(await calls.submit('a-key-for-the-second-one', aConcern()))
  const rows = await hub.rows('intake')
  const row = rows.find(({ pk, sk }) => pk === `CONCERN#${unknown}` && sk === 'CONCERN')
  if (row === undefined) throw new Error('the concern was not stored')
  const changed = {
    ...row,
    pk: `CONCERN#${unknown}`,
    sk: 'CONCERN',
    received: { shape: 'of-later' },
  }
  await hub.store.transact([put(hub.tables.intake, changed)])
  return { hub, calls, known, unknown }
}

describe('a row of a version that this code does not know', () => {
  it('stops no other concern, and is reported by every sweep', async () => {
    const { hub, calls, known } = await aHub()
    await hub.settle()
    expect((await calls.listAlerts()).length).toBe(1)
    const rows = await hub.rows('casework')
    expect(rows.find(({ pk }) => pk === `CONCERN#${known}`)).toBeDefined()
    const failures = hub.logged.filter((line) => JSON.stringify(line).includes('RECORD_FAILED'))
    expect(failures.length).toBeGreaterThanOrEqual(2)
    expect(JSON.stringify(failures)).not.toContain('of-later')
  })

  it('stops nothing of its kind or another where not even its key can be read', async () => {
    const { hub, calls } = await aHub()
    const waiting = { waitingFor: 'ASSESSMENT', waitingUntil: '2026-11-23T09:00:00.000Z' }
    await hub.store.transact([
      put(hub.tables.intake, { pk: 'UNHEARD', sk: 'OF', ...waiting }),
      put(hub.tables.casework, { pk: 'UNHEARD', sk: 'OF-2', ...waiting, waitingFor: 'RELAY' }),
    ])
    await hub.settle()
    expect((await calls.listAlerts()).length).toBe(1)
    expect(hub.published.length).toBe(1)
  })
})
