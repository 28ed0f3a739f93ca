import { describe, expect, it } from 'vitest'
import { recordRefusal, refused } from '../../../shared/casework/record-refusal.ts'
import { drugService, westmarch } from '../../builders/clients.ts'
import { aTrace, byOf, refusalOf } from '../../builders/ports.ts'

describe('a refusal', () => {
  it.each([drugService, westmarch])(
    'names $clientId and the action, and no object',
    async (caller) => {
      const { recording, said } = aTrace()
      await recordRefusal({ by: byOf(caller), action: 'alert.read' }, recording)
      expect(said()).toEqual([refusalOf(caller, 'alert.read')])
    },
  )

  it('is recorded before it is answered', async () => {
    const { recording, done } = aTrace()
    const result = refused('for-lead', { by: byOf(westmarch), action: 'review.decide' }, recording)
    expect(done).toEqual(['record'])
    expect(await result).toEqual({ kind: 'for-lead' })
  })

  it('is not answered when it could not be recorded', async () => {
    const { recording } = aTrace()
    const failing = { ...recording, record: () => Promise.reject(new Error('no store')) }
    const refusal = { by: byOf(westmarch), action: 'review.decide' } as const
    await expect(refused('for-lead', refusal, failing)).rejects.toThrow('no store')
  })
})
