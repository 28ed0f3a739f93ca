import { describe, expect, it } from 'vitest'
import { aChild } from '../builders/a-child.ts'
import { aConcern } from '../builders/a-concern.ts'
import { drugServiceLead, otherService } from '../builders/clients.ts'
import { allRows, auditEntries, callsOf, concernIdIn } from '../builders/hub-calls.ts'
import type { TestHub } from '../fakes/test-hub.ts'
import { startCaseworkHub } from './in-process-hub.ts'

const key = 'one-key-for-each-concern'
const changeKey = 'one-key-for-each-change'
const refused = aConcern({
  consent: { status: 'REFUSED' },
  whyOverridden: 'The child is alone with him at night.',
})
/** Under no plan, so that the table waits for consent. */
const child = aChild({ status: { code: 'EARLY_HELP', from: '2026-03-02' } })
const unasked = aConcern({
  harm: 'H1',
  consent: { status: 'NOT_SOUGHT', whyNotSought: 'NO_REASON' },
})

const aHub = async (concern: ReturnType<typeof aConcern>) => {
  const hub = await startCaseworkHub('consent')
  const calls = callsOf(hub)
  await calls.putChild('C1', child)
  const concernId = concernIdIn(await calls.submit(key, concern))
  return { hub, calls, concernId }
}

const rowsOf = async (hub: TestHub, concernId: string) =>
  (await allRows(hub, 'casework')).filter(({ pk }) => pk === `CONCERN#${concernId}`)

const stateOf = async (hub: TestHub, concernId: string) =>
  (await rowsOf(hub, concernId)).find(({ sk }) => sk === 'CONCERN')?.['state']

const alerts = async (hub: TestHub) =>
  (await allRows(hub, 'casework')).filter(({ sk }) => sk === 'ALERT').map((row) => row['alert'])

describe('a change of consent', () => {
  it('releases what was held for want of it', async () => {
    const { hub, calls, concernId } = await aHub(unasked)
    await hub.settle()
    expect(await stateOf(hub, concernId)).toBe('HELD')
    const reply = await calls.changeConsent({ id: concernId, key: changeKey }, { status: 'GIVEN' })
    expect([reply.status, reply.body]).toMatchObject([202, { concernId, status: 'received' }])
    await hub.settle()
    expect(await stateOf(hub, concernId)).toBe('ALERTED')
    expect(await alerts(hub)).toMatchObject([{ rule: 'R15', kind: 'early-help' }])
  })

  it('closes a review that it overtakes', async () => {
    const { hub, calls, concernId } = await aHub(refused)
    await hub.settle()
    const [before] = await calls.listReviews(drugServiceLead)
    await calls.changeConsent({ id: concernId, key: changeKey }, { status: 'GIVEN' })
    await hub.settle()
    expect(await stateOf(hub, concernId)).toBe('ALERTED')
    expect(await calls.listReviews(drugServiceLead)).toEqual([])
    const row = (await allRows(hub, 'casework')).find(
      ({ pk }) => pk === `REVIEW#${before?.reviewId}`,
    )
    expect(row?.['review']).toMatchObject({ state: 'OVERTAKEN', version: 2 })
  })

  it('withdrawn while a review waits, never widens and gives no more time', async () => {
    const { hub, calls, concernId } = await aHub({
      ...aConcern({ consent: { status: 'GIVEN' } }),
      flags: ['DETRIMENT_CLAIMED'],
    })
    await hub.settle()
    const before = (await rowsOf(hub, concernId)).find(({ sk }) => sk === 'CONCERN')
    hub.advance(26 * 60 * 60 * 1000)
    await calls.changeConsent({ id: concernId, key: changeKey }, { status: 'WITHDRAWN' })
    await hub.settle()
    const after = (await rowsOf(hub, concernId)).find(({ sk }) => sk === 'CONCERN')
    expect(after?.['waitingUntil']).toBe(before?.['waitingUntil'])
    expect(await alerts(hub)).toEqual([])
  })

  it('withdrawn after all was shared, recalls nothing and shares nothing more', async () => {
    const { hub, calls, concernId } = await aHub(aConcern())
    await hub.settle()
    expect(await stateOf(hub, concernId)).toBe('ALERTED')
    const shared = await alerts(hub)
    await calls.changeConsent({ id: concernId, key: changeKey }, { status: 'WITHDRAWN' })
    await hub.settle()
    expect(await alerts(hub)).toEqual(shared)
  })

  it('that comes before the concern is assessed is what it is assessed on', async () => {
    const { hub, calls, concernId } = await aHub(aConcern())
    await calls.changeConsent({ id: concernId, key: changeKey }, { status: 'REFUSED' })
    await hub.settle()
    const rows = await rowsOf(hub, concernId)
    const last = rows.filter(({ sk }) => String(sk).startsWith('ASSESSMENT')).at(-1)
    expect(last?.['assessment']).toMatchObject({ facts: { consent: 'REFUSED' } })
  })

  it('is answered alike before, during and after, and to a repetition', async () => {
    const { hub, calls, concernId } = await aHub(refused)
    const replies = [
      await calls.changeConsent({ id: concernId, key: `${changeKey}-1` }, { status: 'WITHDRAWN' }),
    ]
    await hub.settle()
    replies.push(
      await calls.changeConsent({ id: concernId, key: `${changeKey}-2` }, { status: 'GIVEN' }),
    )
    await hub.settle()
    replies.push(
      await calls.changeConsent({ id: concernId, key: `${changeKey}-3` }, { status: 'WITHDRAWN' }),
    )
    const bodies = new Set(replies.map(({ status, body }) => JSON.stringify([status, body])))
    expect(bodies.size).toBe(1)
    const repeated = await calls.changeConsent(
      { id: concernId, key: `${changeKey}-3` },
      { status: 'WITHDRAWN' },
    )
    expect(repeated.headers['Idempotency-Replayed']).toBe('true')
    const reused = await calls.changeConsent(
      { id: concernId, key: `${changeKey}-3` },
      { status: 'GIVEN' },
    )
    expect(reused.status).toBe(422)
    const changes = (await allRows(hub, 'intake')).filter(({ sk }) =>
      String(sk).startsWith('CONSENT#'),
    )
    expect(changes).toHaveLength(3)
  })

  it('belongs to the service that sent the concern', async () => {
    const { hub, calls, concernId } = await aHub(refused)
    const reply = await calls.changeConsent(
      { id: concernId, key: changeKey },
      { status: 'GIVEN' },
      otherService,
    )
    expect(reply.status).toBe(404)
    expect((await auditEntries(hub)).map(({ action }) => action)).toContain('ACCESS_REFUSED')
  })

  it('must say which', async () => {
    const { calls, concernId } = await aHub(refused)
    const reply = await calls.changeConsent(
      { id: concernId, key: changeKey },
      {
        parentView: 'Changed her mind.',
      },
    )
    expect([reply.status, reply.body]).toMatchObject([400, { errors: [{ pointer: '/status' }] }])
  })
})
