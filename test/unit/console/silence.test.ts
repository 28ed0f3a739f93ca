import { expect, it } from 'vitest'
import { maySaySilent } from '../../../functions/serve-console/concerns/follow.ts'
import { contestSilence, silenceFrom } from '../../../shared/alerts/answers/contested-silence.ts'
import { aStoredConcern } from '../../builders/a-stored-concern.ts'

const stored = aStoredConcern()
const from = silenceFrom(stored) ?? ''
const at = (milliseconds: number): Date => new Date(Date.parse(from) + milliseconds)

it('is offered from the very moment at which it is taken', () => {
  for (const now of [at(-1), at(0), at(1)]) {
    const isTaken = contestSilence(stored, 'Nobody has rung us back.', now) !== undefined
    expect(maySaySilent({ silenceFrom: from, status: 'received' }, now)).toBe(isTaken)
  }
  expect(contestSilence(stored, 'Nobody has rung us back.', at(-1))).toBeUndefined()
})

it('is offered no more once every level was told, nor of what was taken back', () => {
  const told = { level: 'partnership', reason: 'x', at: stored.receivedAt } as const
  expect(silenceFrom({ ...stored, silences: [told] })).toBeUndefined()
  expect(maySaySilent({ status: 'received' }, at(1))).toBe(false)
  expect(maySaySilent({ silenceFrom: from, status: 'withdrawn' }, at(1))).toBe(false)
})
