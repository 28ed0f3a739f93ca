import { describe, expect, it } from 'vitest'
import { waitAfter } from '../../../client/waits.ts'

const now = new Date('2026-11-27T09:00:00Z')
const asked = { attempt: 1, tries: 5, isSafe: true }
const by = { now, chance: 1 }
const busy = { status: 503, retryAfter: null }

describe('the wait before a request is sent again', () => {
  it.each([
    ['busy', busy, 500],
    ['over its rate', { status: 429, retryAfter: null }, 500],
    ['behind a gateway that gave up', { status: 504, retryAfter: null }, 500],
    ['not there', 'no-answer', 500],
    ['told in seconds', { status: 503, retryAfter: '7' }, 7000],
    ['told by date', { status: 503, retryAfter: 'Fri, 27 Nov 2026 09:00:09 GMT' }, 9000],
    [
      'told a time that has passed',
      { status: 503, retryAfter: 'Fri, 27 Nov 2026 08:00:00 GMT' },
      500,
    ],
    ['told what is no time', { status: 503, retryAfter: 'soon' }, 500],
    ['told to come tomorrow', { status: 429, retryAfter: '50000' }, undefined],
    ['refusing', { status: 400, retryAfter: null }, undefined],
    ['failed', { status: 500, retryAfter: null }, undefined],
    ['done', { status: 202, retryAfter: '1' }, undefined],
  ] as const)('where the hub is %s', (_, tried, wait) => {
    expect(waitAfter(tried, asked, by)).toBe(wait)
  })

  it('doubles, by chance up to a half shorter, and ends', () => {
    const waits = (chance: number) =>
      [1, 2, 3, 4, 5].map((attempt) => waitAfter(busy, { ...asked, attempt }, { now, chance }))
    expect(waits(1)).toEqual([500, 1000, 2000, 4000, undefined])
    expect(waits(0)).toEqual([250, 500, 1000, 2000, undefined])
  })

  it.each([
    ['no-answer', undefined],
    [busy, undefined],
    [{ status: 429, retryAfter: '2' }, 2000],
  ] as const)(
    'of what is not safe to send twice is only after it was refused unread: %j',
    (tried, wait) => {
      expect(waitAfter(tried, { ...asked, isSafe: false }, by)).toBe(wait)
    },
  )
})
