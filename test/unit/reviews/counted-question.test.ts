import { describe, expect, it } from 'vitest'
import {
  askedIn,
  type CountedQuestion,
  hasLapsed,
} from '../../../shared/reviews/counted-question.ts'

const now = new Date('2026-11-30T12:00:00Z')
const dueAt = '2026-11-24T10:00:00.000Z'
const question = (change: Partial<CountedQuestion> = {}): CountedQuestion => ({
  isOpen: true,
  dueAt,
  chases: 0,
  ...change,
})

describe('a question who somebody is has lapsed', () => {
  it.each([
    ['while its day has not come', { dueAt: '2026-12-01T10:00:00.000Z' }, false],
    ['once its day has gone', {}, true],
    ['though it is due anew', { dueAt: '2026-12-01T10:00:00.000Z', chases: 1 }, true],
    [
      'not where it was answered before',
      { isOpen: false, decidedAt: '2026-11-24T09:00:00.000Z' },
      false,
    ],
    ['where it was answered after', { isOpen: false, decidedAt: '2026-11-24T11:00:00.000Z' }, true],
    ['not where nobody needs an answer any more', { isOpen: false }, false],
  ] satisfies [string, Partial<CountedQuestion>, boolean][])('%s', (_what, change, lapsed) => {
    expect(hasLapsed(question(change), now)).toBe(lapsed)
  })

  it('and is counted by the month in which it was asked', () => {
    const questions = [question(), question({ chases: 2 }), question({ isOpen: false })]
    expect(askedIn('2026-11', { questions, now })).toEqual({
      month: '2026-11',
      asked: 3,
      lapsed: 2,
    })
  })
})
