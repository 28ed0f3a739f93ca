import { describe, expect, it } from 'vitest'
import { commitAgreementIn, readAgreementIn } from '../../shared/aws/dynamodb/agreements.ts'
import { aConcern } from '../builders/a-concern.ts'
import { aVerdict } from '../builders/a-verdict.ts'
import { reviewLead } from '../builders/clients.ts'
import { allRows, callsOf, concernIdIn } from '../builders/hub-calls.ts'
import { type InProcessHub, startInProcessHub } from './in-process-hub.ts'

const key = 'one-key-for-each-concern'
const hours = 60 * 60 * 1000

const revoke = async (hub: InProcessHub): Promise<void> => {
  const read = readAgreementIn(hub.store, hub.tables.casework)
  const agreement = await read('turning-tide', 'E06000991')
  if (agreement === undefined) throw new Error('the test hub has agreements')
  const revoked = { ...agreement, version: agreement.version + 1, revokedOn: '2026-11-23' }
  expect(await commitAgreementIn(hub.store, hub.tables)(revoked, [])).toBe('committed')
}

const withoutAgreement = async (change: Parameters<typeof aConcern>[0]) => {
  const hub = await startInProcessHub('agreement')
  const calls = callsOf(hub)
  await calls.putChild('C1')
  await revoke(hub)
  const concernId = concernIdIn(await calls.submit(key, aConcern(change)))
  await hub.settle()
  return { hub, calls, concernId }
}

const alertsOf = async (hub: InProcessHub) =>
  (await allRows(hub, 'casework')).filter(({ sk }) => sk === 'ALERT')

describe('a concern of a service whose agreement was revoked', () => {
  it('is shared with nobody, and asked of the lead with the least that is needed', async () => {
    const { hub, calls } = await withoutAgreement({})
    expect(await alertsOf(hub)).toEqual([])
    const [review] = await calls.listReviews(reviewLead)
    expect(review).toMatchObject({ kind: 'agreement', rule: 'R18', forLead: true })
    const read = await calls.readReview(review?.reviewId ?? '', reviewLead)
    expect(read.body).toMatchObject({ content: { reason: aConcern().reason } })
    expect((read.body as { content: object }).content).not.toHaveProperty('narrative')
    const assessed = (await allRows(hub, 'casework')).find((row) => 'assessment' in row)
    expect(assessed?.['assessment']).toMatchObject({
      agreements: [{ authority: 'E06000991', standing: 'revoked' }],
    })
  })

  it('goes once the lead says so', async () => {
    const { hub, calls } = await withoutAgreement({})
    const [review] = await calls.listReviews(reviewLead)
    const id = review?.reviewId ?? ''
    const decided = await calls.decideReview(id, aVerdict('SHARE'), { caller: reviewLead })
    expect(decided.status).toBe(200)
    expect(await alertsOf(hub)).toHaveLength(1)
  })

  it('is held when nobody says so below significant harm, and shared by the clock at it', async () => {
    const below = await withoutAgreement({})
    below.hub.advance(72 * hours)
    await below.hub.settle()
    expect(await alertsOf(below.hub)).toEqual([])
    const grave = await withoutAgreement({ harm: 'H3', phoneCallMade: { made: true } })
    grave.hub.advance(24 * hours)
    await grave.hub.settle()
    expect(await alertsOf(grave.hub)).toHaveLength(1)
  })

  it('waits for no agreement in immediate danger', async () => {
    const { hub } = await withoutAgreement({ harm: 'H4', phoneCallMade: { made: true } })
    expect(await alertsOf(hub)).toHaveLength(1)
  })
})
