import { describe, expect, it } from 'vitest'
import { westmarch as westmarchCode } from '../../../infra/stages/local.ts'
import { createInMemoryStore } from '../../../local/in-memory/store.ts'
import { recorderFor } from '../../../shared/audit/audit-entry.ts'
import type { KeptHold } from '../../../shared/audit/legal-hold.ts'
import { put } from '../../../shared/aws/dynamodb/actions.ts'
import { arrivalRow } from '../../../shared/aws/dynamodb/arrivals.ts'
import { concernRow, receivedRow } from '../../../shared/aws/dynamodb/concern-rows.ts'
import { readConcernIn } from '../../../shared/aws/dynamodb/concerns.ts'
import { commitExpiryIn } from '../../../shared/aws/dynamodb/expire-concern.ts'
import { assessmentKey, consentChangeKey } from '../../../shared/aws/dynamodb/keys.ts'
import { reviewRow } from '../../../shared/aws/dynamodb/reviews.ts'
import type { Action, KeyedRow } from '../../../shared/aws/dynamodb/store.ts'
import { tables as definitions, forEachTable } from '../../../shared/aws/dynamodb/tables.ts'
import { newId } from '../../../shared/aws/new-id.ts'
import { expireConcern } from '../../../shared/casework/expire-concern.ts'
import { followedConcernOf, listedConcernOf } from '../../../shared/concerns/followed-concern.ts'
import type { StoredConcern } from '../../../shared/concerns/stored-concern.ts'
import { alertIdSchema } from '../../../shared/kernel/ids.ts'
import { reviewSchema } from '../../../shared/reviews/review.ts'
import { closedViewOf } from '../../../shared/reviews/review-view.ts'
import { aReview, aReviewId } from '../../builders/a-review.ts'
import { aConcernId, anId, aStoredConcern } from '../../builders/a-stored-concern.ts'
import { aVerdict } from '../../builders/a-verdict.ts'
import { now } from '../../builders/ports.ts'

const told = { authority: westmarchCode, alertId: alertIdSchema.parse(anId(2)) } as const
const tables = forEachTable((name) => name)
const decided = {
  verdict: 'HOLD',
  reason: aVerdict('HOLD').reason,
  person: { by: 'drug-service-lead' },
  at: now.toISOString(),
} as const
const held = aStoredConcern({
  version: 3,
  state: 'HELD',
  assessments: 2,
  expiresAt: now.toISOString(),
})

const expiring = async (
  stored: StoredConcern,
  assessments = 2,
  { holds = [], people = [] }: { holds?: readonly KeptHold[]; people?: readonly string[] } = {},
) => {
  const store = createInMemoryStore(definitions)
  const { concernId } = stored
  const write = (row: KeyedRow, table = tables.casework) => store.transact([put(table, row)])
  await write(receivedRow(stored), tables.intake)
  await write(concernRow(stored))
  for (let number = 1; number <= assessments; number += 1)
    await write({
      ...assessmentKey(concernId, number),
      assessment: { number, ...(number === 2 && { answered: aReviewId }) },
    })
  const changed = consentChangeKey(concernId, anId(5))
  await write({ ...changed, change: { whatWasAgreed: 'Words' } }, tables.intake)
  await write(
    arrivalRow(changed, 'CONSENT', { at: now.toISOString(), urgency: 'routine' }),
    tables.intake,
  )
  const before = aReview({ state: 'DECIDED', version: 2, decided })
  await write(reviewRow(before))
  const read = readConcernIn(store, tables)
  const result = await expireConcern(
    { concernId },
    {
      read,
      readHolds: () => Promise.resolve(holds),
      readPeople: () => Promise.resolve(people),
      commitExpiry: commitExpiryIn(store, tables),
      recorder: (at) => recorderFor({ actor: 'expire-concerns' }, at, newId),
      now: () => now,
    },
  )
  return {
    result,
    before,
    read: () => read(concernId),
    rows: [...store.rows(tables.intake), ...store.rows(tables.casework)],
    said: store.rows(tables.auditEntries),
  }
}

describe('a concern held to its end', () => {
  it('loses its text, its people and all that was made of it', async () => {
    const { result, rows } = await expiring(held)
    expect(result).toEqual({ kind: 'expired' })
    expect(rows.map(({ pk, sk, state }) => [pk.split('#')[0], sk, state])).toEqual([
      ['CONCERN', 'CONCERN', undefined],
      ['CONCERN', 'CONCERN', 'EXPIRED'],
      ['REVIEW', 'REVIEW', 'DECIDED'],
    ])
    const { names, addresses } = held.concern.subject
    const words = [
      held.concern.reason,
      names[0]?.family,
      addresses[0]?.street,
      aVerdict('HOLD').reason,
    ]
    for (const word of words) expect(JSON.stringify(rows)).not.toContain(word)
  })

  it('looks to its sender, and to the sender’s lead, as it did before', async () => {
    const { rows, before, read } = await expiring(held)
    const left = (await read()) ?? held
    expect(left.state).toBe('EXPIRED')
    expect(followedConcernOf(left)).toEqual(followedConcernOf(held))
    expect(listedConcernOf(left)).toEqual(listedConcernOf(held))
    const review = reviewSchema.parse(rows.find(({ sk }) => sk === 'REVIEW')?.['review'])
    expect(closedViewOf(review)).toEqual(closedViewOf(before))
  })

  it('goes and is told of in one transaction: where the one is refused, neither is', async () => {
    const store = createInMemoryStore(definitions)
    const transacted: (readonly Action[])[] = []
    const refusing = {
      ...store,
      transact: async (actions: readonly Action[]) => {
        transacted.push(actions)
        return { index: 0, old: undefined }
      },
    }
    const entries = recorderFor(
      { actor: 'expire-concerns' },
      now,
      newId,
    )('CONCERN_EXPIRED', [held.concernId])
    const result = await commitExpiryIn(refusing, tables)({ stored: held, left: held, entries })
    expect([result, transacted.length]).toEqual(['changed', 1])
    const touched = transacted[0]?.map(({ table }) => table)
    expect(touched).toEqual(expect.arrayContaining(['intake', 'casework', 'auditEntries']))
  })

  const hold = { holdId: anId(9), from: '2026-01-01', to: '2026-12-31' }
  it.each<[string, KeptHold]>([
    ['a hold of its days', hold],
    ['a hold of itself', { holdId: anId(9), record: aConcernId() }],
    ['a hold of a child whom it was about', { holdId: anId(9), record: `${westmarchCode}.C1` }],
  ])('keeps everything under %s, and loses it once that is over', async (_, one) => {
    const people = [`${westmarchCode}.C1`]
    const under = await expiring(held, 2, { holds: [one], people })
    expect([under.result.kind, under.rows.length, under.said]).toEqual(['under-hold', 7, []])
    const over = [
      { ...one, until: '2026-11-22' },
      { ...one, liftedBy: 'op-2' },
    ]
    const { result } = await expiring(held, 2, { holds: over, people })
    expect(result.kind).toBe('expired')
  })

  it('says so in the log, by ids and codes', async () => {
    const { said } = await expiring(held)
    expect(said).toMatchObject([
      {
        entry: {
          action: 'CONCERN_EXPIRED',
          subjects: [aConcernId()],
          codes: { receivedAt: held.receivedAt, harm: 'H2' },
        },
      },
    ])
  })

  it('loses all of it however often it was decided', async () => {
    const { result, rows } = await expiring({ ...held, assessments: 230 }, 230)
    expect([result.kind, rows.length]).toEqual(['expired', 3])
  })

  it.each<[string, Partial<StoredConcern>]>([
    ['is not due for another millisecond', { expiresAt: '2026-11-23T10:00:00.001Z' }],
    ['was shared meanwhile', { state: 'ALERTED' }],
    ['is in review', { state: 'IN_REVIEW' }],
    ['was told before it was held', { told: [told] }],
  ])('keeps everything where it %s', async (_, change) => {
    const { result, rows } = await expiring({ ...held, ...change })
    expect([result.kind, rows.length]).toEqual(['not-due', 7])
  })
})
