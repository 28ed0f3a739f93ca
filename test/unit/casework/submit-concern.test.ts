import { describe, expect, it } from 'vitest'
import { westmarch } from '../../../infra/stages/local.ts'
import { anAgreement } from '../../../local/seed/agreements.ts'
import { type SubmitConcernDeps, submitConcern } from '../../../shared/casework/submit-concern.ts'
import { concernSchema } from '../../../shared/concerns/concern.ts'
import { latestPolicy } from '../../../shared/sharing/policies.ts'
import { aConcern } from '../../builders/a-concern.ts'
import { aConcernId, anId } from '../../builders/a-stored-concern.ts'
import { drugService } from '../../builders/clients.ts'
import { aTrace, byOf, now, saidOf } from '../../builders/ports.ts'

type Commit = SubmitConcernDeps['commit']
const concern = concernSchema.parse(aConcern())

const agreed = anAgreement('turning-tide', westmarch, now)

const submitting = async (
  answer: Awaited<ReturnType<Commit>>,
  readAgreement: SubmitConcernDeps['readAgreement'] = () => Promise.resolve(agreed),
) => {
  const { recording, port, done, keep, said } = aTrace()
  const receipts: Parameters<Commit>[0][] = []
  const commit = port<Parameters<Commit>, typeof answer>('commit', (receipt) => {
    receipts.push(receipt)
    keep(receipt.entries)
    return answer
  })
  const result = await submitConcern(
    {
      by: byOf(drugService),
      agencyType: 'substance-misuse',
      concern,
      key: 'key-1',
      bodyHash: 'hash-1',
    },
    { ...recording, commit, readAgreement },
  )
  return { result, receipts, done, said }
}

describe('submitting a concern', () => {
  it('keeps it as it was sent, from whom and when, and looks nobody up', async () => {
    const { result, receipts, done } = await submitting('committed')
    const concernId = anId(101)
    expect(result).toEqual({ kind: 'accepted', concernId })
    expect(done).toEqual(['commit'])
    expect(receipts).toMatchObject([
      {
        idempotency: { clientId: 'drug-service', key: 'key-1', bodyHash: 'hash-1' },
        stored: {
          concernId,
          version: 1,
          state: 'RECEIVED',
          concern,
          submittedBy: {
            clientId: 'drug-service',
            agency: 'turning-tide',
            agencyName: 'Turning Tide',
            agencyType: 'substance-misuse',
          },
          receivedAt: now.toISOString(),
          feedback: [],
        },
      },
    ])
  })

  it('is recorded in the same transaction', async () => {
    const { said } = await submitting('committed')
    expect(said()).toEqual([
      saidOf(drugService, 'CONCERN_SUBMITTED', {
        subjects: [anId(101)],
        codes: { harm: concern.harm, agreements: 'in-force' },
        policyVersion: latestPolicy.version,
        agreement: `turning-tide/${westmarch}/1`,
      }),
    ])
  })

  it.each<[string, SubmitConcernDeps['readAgreement']]>([
    ['none', () => Promise.resolve(undefined)],
    ['revoked', () => Promise.resolve({ ...agreed, revokedOn: '2026-01-01' })],
    ['unread', () => Promise.reject(new Error('the table is busy'))],
  ])('waits for no agreement: %s', async (agreements, readAgreement) => {
    const { result, said } = await submitting('committed', readAgreement)
    expect(result.kind).toBe('accepted')
    expect(said()[0]?.codes).toEqual({ harm: concern.harm, agreements })
    expect(said()[0]).not.toHaveProperty('agreement')
  })

  it('answers the same body under the same key with the concern that it first made', async () => {
    const { result } = await submitting({ bodyHash: 'hash-1', concernId: aConcernId(7) })
    expect(result).toEqual({ kind: 'replayed', concernId: aConcernId(7) })
  })

  it('refuses another body under the same key', async () => {
    const { result } = await submitting({ bodyHash: 'hash-2', concernId: aConcernId(7) })
    expect(result).toEqual({ kind: 'key-reused' })
  })
})
