import { randomUUID } from 'node:crypto'
import { expect, it } from 'vitest'
import { type Answer, apiClient } from '../../local/api-client.ts'
import { aChild } from '../builders/a-child.ts'
import { aConcern } from '../builders/a-concern.ts'
import { aVerdict } from '../builders/a-verdict.ts'
import { place } from './place.ts'

const service = apiClient(place, 'westmarch-substance-misuse')
const reviewer = apiClient(place, 'westmarch-social-care')
const register = apiClient(place, 'westmarch-register')
const seconds = 1000

const send = (path: string, body: unknown): Promise<Answer> =>
  service.call('POST', path, { body, headers: { 'Idempotency-Key': randomUUID() } })

const listed = async (): Promise<readonly { reviewId: string; kind: string }[]> => {
  const { body } = await reviewer.call('GET', '/reviews?limit=100')
  return (body as { items: { reviewId: string; kind: string }[] }).items
}

/** The review that was not there before, once the stream has brought it. */
const newReview = async (before: ReadonlySet<string>): Promise<string> => {
  for (let tries = 0; tries < 60; tries += 1) {
    const found = (await listed()).find(({ reviewId }) => !before.has(reviewId))
    if (found !== undefined) return found.reviewId
    await new Promise((done) => setTimeout(done, 500))
  }
  throw new Error('no review came')
}

it(
  'a withdrawn consent overtakes a review, and a reviewer answers the next',
  async () => {
    const before = new Set((await listed()).map(({ reviewId }) => reviewId))
    const put = await register.call('PUT', '/children/REVIEWED', { body: aChild() })
    expect(put.status, put.text).toBe(200)
    const sent = await send('/concerns', aConcern({ consent: { status: 'REFUSED' } }))
    const { concernId } = sent.body as { concernId: string }
    const first = await newReview(before)
    const changed = await send(`/concerns/${concernId}/consent`, { status: 'WITHDRAWN' })
    expect([changed.status, changed.body]).toEqual([202, sent.body])
    const second = await newReview(new Set([...before, first]))
    expect((await listed()).map(({ reviewId }) => reviewId)).not.toContain(first)
    const read = await reviewer.call('GET', `/reviews/${second}`)
    expect(read.body).toMatchObject({ kind: 'refused-consent', state: 'OPEN' })
    const decided = await reviewer.call('POST', `/reviews/${second}/decision`, {
      body: aVerdict('SHARE_MINIMAL'),
      headers: { 'If-Match': read.headers.get('etag') ?? '' },
    })
    expect([decided.status, decided.body]).toMatchObject([200, { state: 'DECIDED' }])
  },
  60 * seconds,
)
