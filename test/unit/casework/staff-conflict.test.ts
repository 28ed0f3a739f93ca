import { describe, expect, it } from 'vitest'
import { westmarch as westmarchCode } from '../../../infra/stages/local.ts'
import type { Client } from '../../../shared/agencies/client.ts'
import { aChild } from '../../builders/a-child.ts'
import { aConcern } from '../../builders/a-concern.ts'
import { reviewLead, westmarch, westmarchReviewer } from '../../builders/clients.ts'
import { callsOf } from '../../builders/hub-calls.ts'
import { startInMemoryHub } from '../../fakes/in-memory-hub.ts'

const conflict = { who: 'The duty manager', role: 'His sister' }
const verdict = {
  verdict: 'NOBODY',
  reason: 'Nobody of our register is this person, of another birth date.',
  notRelated: true,
}
const lead: Omit<Client, 'keys' | 'active'> = reviewLead

/** One concern about a family, with or without a conflict of staff, then one without about the same. */
const told = async (change: Parameters<typeof aConcern>[0], { trial = 0 } = {}) => {
  const hub = await startInMemoryHub({ needed: trial, authorities: [westmarchCode] })
  const calls = callsOf(hub)
  await calls.putChild('C1', aChild({ status: { code: 'EARLY_HELP', from: '2026-03-02' } }))
  await calls.submit('a-key-for-the-first-one', aConcern(change))
  await hub.settle()
  const queues = hub.published.map(({ queue }) => queue)
  hub.advance(100 * 60 * 60 * 1000)
  await calls.submit('a-key-for-the-second-one', aConcern({ factors: ['4B'] }))
  await hub.settle()
  return { hub, calls, queues }
}

describe.each([
  ['as ticked', { flags: ['STAFF_CONFLICT' as const], conflict }],
  ['as stated only', { conflict }],
])('a conflict of staff %s', (_, change) => {
  it('is an alert that nobody but the lead can list, read, or be told of', async () => {
    const { calls, queues } = await told(change)
    const [others, theirs] = [await calls.listAlerts(), await calls.listAlerts(lead)]
    expect([others.length, theirs.length]).toEqual([1, 2])
    expect(queues).toEqual([`escalations-${westmarchCode}`])
    const [hidden] = theirs.filter(({ alertId }) => others[0]?.alertId !== alertId)
    const id = hidden?.alertId ?? ''
    const never = (await calls.readAlert('01920000-0000-7000-8000-000000000000')).body
    expect((await calls.readAlert(id)).body).toEqual(never)
    expect((await calls.readAlert(id, lead)).status).toBe(200)
    expect((await calls.explainAlert(id)).status).toBe(404)
  })

  it('is before no other alert and in no chronology but to the lead', async () => {
    const { calls } = await told(change)
    const [open] = await calls.listAlerts()
    const id = open?.alertId ?? ''
    const seenBy = async (who: typeof lead) => {
      const { body } = await calls.readAlert(id, who)
      const { priorAlertIds, content } = body as {
        priorAlertIds: string[]
        content: { earlier: unknown[]; accumulation: { contributing: unknown[] } }
      }
      const chronology = (await calls.chronology(`${westmarchCode}.C1`, {}, who)).body
      const { items } = chronology as { items: unknown[] }
      const { earlier, accumulation } = content
      return [priorAlertIds, earlier, accumulation.contributing, items].map((list) => list.length)
    }
    expect(await seenBy(westmarch)).toEqual([0, 0, 0, 1])
    expect(await seenBy(lead)).toEqual([1, 1, 1, 2])
  })

  it('lets another alert be closed without what its reader may not know of', async () => {
    const { calls } = await told(change)
    const [open] = await calls.listAlerts()
    const id = open?.alertId ?? ''
    await calls.answer('acknowledgeAlert', { id, version: 1 })
    const body = {
      outcome: 'ADVICE_GIVEN',
      reason: 'The family has been advised and knows where to turn to.',
      priorItemsRead: [],
    }
    expect((await calls.answer('recordOutcome', { id, version: 2, body })).body).toMatchObject({
      state: 'DECIDED',
    })
  })

  it('asks the lead alone who somebody is', async () => {
    const { calls, queues } = await told(change, { trial: 5 })
    expect(new Set(queues)).toEqual(new Set([`escalations-${westmarchCode}`]))
    const [others, theirs] = [await calls.listReviews(), await calls.listReviews(lead)]
    expect(theirs.length).toBe(2 * others.length)
    const hidden = theirs.find((one) => !others.some(({ reviewId }) => one.reviewId === reviewId))
    const id = hidden?.reviewId ?? ''
    const never = (await calls.readReview('01920000-0000-7000-8000-000000000000')).body
    expect((await calls.readReview(id)).body).toEqual(never)
    expect((await calls.decideReview(id, verdict)).status).toBe(404)
    expect((await calls.readReview(id, lead)).status).toBe(200)
    expect((await calls.readReview(id, westmarchReviewer)).status).toBe(404)
  })
})
