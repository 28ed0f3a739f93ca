import { describe, expect, it } from 'vitest'
import { createInMemoryStore } from '../../../local/in-memory/store.ts'
import { recorderFor } from '../../../shared/audit/audit-entry.ts'
import { put } from '../../../shared/aws/dynamodb/actions.ts'
import { concernRow } from '../../../shared/aws/dynamodb/concern-rows.ts'
import { readConcernIn } from '../../../shared/aws/dynamodb/concerns.ts'
import { commitExpiryIn } from '../../../shared/aws/dynamodb/expire-concern.ts'
import { assessmentKey, consentChangeKey, reviewKey } from '../../../shared/aws/dynamodb/keys.ts'
import { tables as definitions } from '../../../shared/aws/dynamodb/tables.ts'
import { newId } from '../../../shared/aws/new-id.ts'
import { expireConcern } from '../../../shared/casework/expire-concern.ts'
import type { StoredConcern } from '../../../shared/concerns/stored-concern.ts'
import { alertIdSchema } from '../../../shared/kernel/ids.ts'
import { aReview, aReviewId } from '../../builders/a-review.ts'
import { aConcernId, anId, aStoredConcern } from '../../builders/a-stored-concern.ts'
import { now } from '../../builders/ports.ts'

const told = { authority: 'E06000991', alertId: alertIdSchema.parse(anId(2)) } as const
const tables = { casework: 'casework', audit: 'audit' } as const
const held = aStoredConcern({ state: 'HELD', assessments: 2, expiresAt: now.toISOString() })

const expiring = async (stored: StoredConcern, assessments = 2) => {
  const store = createInMemoryStore({ casework: definitions.casework, audit: definitions.audit })
  const { concernId } = stored
  const write = (row: Parameters<typeof put>[1]) => store.transact([put(tables.casework, row)])
  await write(concernRow(stored))
  for (let number = 1; number <= assessments; number += 1)
    await write({
      ...assessmentKey(concernId, number),
      assessment: { number, ...(number === 2 && { answered: aReviewId }) },
    })
  await write({ ...consentChangeKey(concernId, anId(5)), change: { whatWasAgreed: 'Words' } })
  await write({ ...reviewKey(aReviewId), review: aReview({ state: 'DECIDED' }) })
  const result = await expireConcern(
    { concernId },
    {
      read: readConcernIn(store, tables.casework),
      commitExpiry: commitExpiryIn(store, tables),
      recorder: (at) => recorderFor({ actor: 'watch-clocks' }, at, newId),
      now: () => now,
    },
  )
  return { result, rows: store.rows(tables.casework), said: store.rows(tables.audit) }
}

describe('a concern held to its end', () => {
  it('loses its text, its people and all that was made of it; that it stood here stays', async () => {
    const { result, rows } = await expiring(held)
    expect(result).toEqual({ kind: 'expired' })
    const left = ['CONCERN', 'REVIEW']
    expect(rows.map(({ sk }) => sk)).toEqual(left)
    expect(rows[0]).toMatchObject({ version: 2, state: 'EXPIRED' })
    expect(JSON.stringify(rows)).not.toMatch(/Quillfeather|Tannery|heroin|Marlowe|Words/)
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
    expect([result.kind, rows.length]).toEqual(['expired', 2])
  })

  it.each<[string, Partial<StoredConcern>]>([
    ['is not due for another millisecond', { expiresAt: '2026-11-23T10:00:00.001Z' }],
    ['was shared meanwhile', { state: 'ALERTED' }],
    ['is in review', { state: 'IN_REVIEW' }],
    ['was told before it was held', { told: [told] }],
  ])('keeps everything where it %s', async (_, change) => {
    const { result, rows } = await expiring({ ...held, ...change })
    expect([result.kind, rows.length]).toEqual(['not-due', 5])
  })
})
