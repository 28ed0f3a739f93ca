import { describe, expect, it } from 'vitest'
import { followConcern } from '../../../shared/casework/follow-concern.ts'
import type { StoredConcern } from '../../../shared/concerns/stored-concern.ts'
import { aConcernId, aStoredConcern } from '../../builders/a-stored-concern.ts'
import { drugService, otherService } from '../../builders/clients.ts'
import { aTrace, byOf, refusalOf, saidOf } from '../../builders/ports.ts'

const following = async (stored: StoredConcern | undefined, caller = drugService) => {
  const { recording, port, done, said } = aTrace()
  const result = await followConcern(
    { by: byOf(caller), concernId: aConcernId() },
    { ...recording, read: port('read', () => stored) },
  )
  return { result, done, said }
}

describe('following a concern', () => {
  it('is recorded, then answered', async () => {
    const { result, done, said } = await following(aStoredConcern())
    expect(result).toEqual({
      kind: 'found',
      concern: { concernId: aConcernId(), status: 'received', feedback: [] },
    })
    expect(done).toEqual(['read', 'record'])
    expect(said()).toEqual([saidOf(drugService, 'CONCERN_FOLLOWED', { subjects: [aConcernId()] })])
  })

  it('is refused to another agency, which leaves an entry', async () => {
    const { result, said } = await following(aStoredConcern(), otherService)
    expect(result).toEqual({ kind: 'not-theirs' })
    expect(said()).toEqual([refusalOf(otherService, 'concern.follow')])
  })

  it('finds nothing where there is nothing, and records nothing', async () => {
    const { result, done } = await following(undefined)
    expect([result, done]).toEqual([{ kind: 'not-found' }, ['read']])
  })
})
