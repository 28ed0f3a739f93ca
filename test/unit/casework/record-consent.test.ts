import { describe, expect, it } from 'vitest'
import { type RecordConsentDeps, recordConsent } from '../../../shared/casework/record-consent.ts'
import type { StoredConcern } from '../../../shared/concerns/stored-concern.ts'
import { aConcernId, anId, aStoredConcern } from '../../builders/a-stored-concern.ts'
import { drugService, otherService } from '../../builders/clients.ts'
import { aTrace, byOf, now, saidOf } from '../../builders/ports.ts'

type Commit = RecordConsentDeps['commit']
const consent = {
  status: 'WITHDRAWN' as const,
  decidedOn: '2026-11-22',
  parentAware: 'UNKNOWN' as const,
}

const changing = async ({
  stored = aStoredConcern(),
  caller = drugService,
  answer = 'committed',
  answers = [answer],
}: {
  readonly stored?: StoredConcern | null
  readonly caller?: typeof drugService
  readonly answer?: Awaited<ReturnType<Commit>>
  readonly answers?: readonly Awaited<ReturnType<Commit>>[]
} = {}) => {
  const { recording, port, done, keep, said } = aTrace()
  const receipts: Parameters<Commit>[0][] = []
  const result = await recordConsent(
    { by: byOf(caller), concernId: aConcernId(), consent, key: 'key-1', bodyHash: 'hash-1' },
    {
      ...recording,
      read: port('read', () => stored ?? undefined),
      countChanges: port('countChanges', () => receipts.length + 2),
      commit: port<Parameters<Commit>, typeof answer>('commit', (receipt) => {
        receipts.push(receipt)
        keep(receipt.entries)
        return answers[receipts.length - 1] ?? answer
      }),
    },
  )
  return { result, receipts, done, said }
}

describe('a change of consent', () => {
  it('is kept, by whom and when, and decides nothing yet', async () => {
    const { result, receipts, done } = await changing()
    expect(result).toEqual({ kind: 'recorded' })
    expect(done).toEqual(['read', 'countChanges', 'commit'])
    expect(receipts).toMatchObject([
      {
        idempotency: { clientId: 'drug-service', key: 'key-1', bodyHash: 'hash-1' },
        change: {
          concernId: aConcernId(),
          changeNumber: 3,
          consent,
          recordedAt: now.toISOString(),
          by: 'drug-service',
        },
      },
    ])
  })

  it('is recorded by its status in the same transaction', async () => {
    const { said } = await changing()
    expect(said()).toEqual([
      saidOf(drugService, 'CONSENT_CHANGED', {
        subjects: [aConcernId()],
        codes: { status: 'WITHDRAWN' },
      }),
    ])
  })

  it.each(['RECEIVED', 'HELD', 'IN_REVIEW', 'ALERTED', 'FED_BACK'] as const)(
    'is answered alike whether the concern is %s or anything else',
    async (state) => {
      const { result, done } = await changing({ stored: aStoredConcern({ state }) })
      expect([result, done]).toEqual([{ kind: 'recorded' }, ['read', 'countChanges', 'commit']])
    },
  )

  it('is refused for another agency’s concern', async () => {
    const { result, done } = await changing({ caller: otherService })
    expect(result).toEqual({ kind: 'not-theirs' })
    expect(done).toEqual(['read'])
  })

  it('is not found for a concern that is not there', async () => {
    const { result, done } = await changing({ stored: null })
    expect([result, done]).toEqual([{ kind: 'not-found' }, ['read']])
  })

  it.each([
    ['replayed', 'hash-1', aConcernId()],
    ['key-reused', 'hash-2', aConcernId()],
    ['key-reused', 'hash-1', aConcernId(2)],
  ])('is %s under a key used for %s of %s', async (kind, bodyHash, concernId) => {
    const { result } = await changing({ answer: { bodyHash, concernId } })
    expect(result).toEqual({ kind })
  })

  it('takes the id of the change from its own moment', async () => {
    const { receipts } = await changing()
    expect(receipts[0]?.change.changeId).toBe(anId(101))
  })

  it('has the next number where another change was accepted in the same moment', async () => {
    const { result, receipts } = await changing({ answers: ['changed', 'committed'] })
    expect(result).toEqual({ kind: 'recorded' })
    expect(receipts.map(({ change }) => change.changeNumber)).toEqual([3, 4])
  })
})
