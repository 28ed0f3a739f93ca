import { describe, expect, it } from 'vitest'
import { westmarch } from '../../../infra/stages/local.ts'
import { listedConcernOf } from '../../../shared/concerns/followed-concern.ts'
import type { StoredConcern } from '../../../shared/concerns/stored-concern.ts'
import { withdrawn } from '../../../shared/concerns/withdrawn.ts'
import { changeIdSchema } from '../../../shared/kernel/ids.ts'
import { aStoredConcern } from '../../builders/a-stored-concern.ts'

const recordedAt = '2026-11-23T10:05:20.000Z'
const takenBack = (stored: StoredConcern, appliedAt: string): StoredConcern => {
  const recorded = {
    changeId: changeIdSchema.parse('01900000-0000-7000-8000-000000000001'),
    concernId: stored.concernId,
    withdrawal: { reason: 'WRONG_PERSON', words: 'Another.' },
    recordedAt,
    by: 'drug-service',
  } as const
  return withdrawn(stored, recorded, new Date(appliedAt))
}

describe('a concern that was taken back', () => {
  it.each([
    ['at once', recordedAt, recordedAt],
    ['within the minute', '2026-11-23T10:06:20.000Z', recordedAt],
    ['two minutes later', '2026-11-23T10:07:00.000Z', '2026-11-23T10:07:20.000Z'],
    [
      'after four days in which nothing ran',
      '2026-11-27T10:00:00.000Z',
      '2026-11-27T10:00:20.000Z',
    ],
  ])(
    'moves in the list when whoever asks what changed will see it: %s',
    (_, applied, changedAt) => {
      const concern = takenBack(aStoredConcern(), applied)
      expect(listedConcernOf(concern)).toMatchObject({ status: 'withdrawn', changedAt })
      expect(concern.withdrawal?.at).toBe(recordedAt)
    },
  )

  it('moves after it was returned, though the minute in which it was is not over', () => {
    const stored = aStoredConcern()
    const askedAt = '2026-11-23T10:06:00.000Z'
    const asked = { isReturned: true, isReasonAsked: false, askedAt }
    const seen = { isShared: false, ...asked, holder: westmarch }
    const concern = takenBack({ ...stored, seen }, recordedAt)
    expect(listedConcernOf({ ...stored, seen }).changedAt).toBe(askedAt)
    expect(listedConcernOf(concern).changedAt).toBe('2026-11-23T10:06:00.001Z')
  })

  it('stays where it was when it is taken back again', () => {
    const once = takenBack(aStoredConcern(), '2026-11-23T10:07:00.000Z')
    const again = takenBack(once, '2026-11-24T10:07:00.000Z')
    expect(listedConcernOf(again)).toEqual(listedConcernOf(once))
  })
})
