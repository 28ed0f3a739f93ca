import { randomUUID } from 'node:crypto'
import { expect, it } from 'vitest'
import { type Answer, apiClient } from '../../local/api-client.ts'
import { aConcern } from '../builders/a-concern.ts'
import { aVerdict } from '../builders/a-verdict.ts'
import { place } from './place.ts'

const service = apiClient(place, 'westmarch-substance-misuse')
const lead = apiClient(place, 'westmarch-substance-misuse-lead')
const atTheDesk = { 'Hub-Practitioner': 'LEAD-7' } as const
const seconds = 1000

const send = async (path: string, body: unknown): Promise<Answer> => {
  const answer = await service.call('POST', path, {
    body,
    headers: { 'Idempotency-Key': randomUUID() },
  })
  expect(answer.status, answer.text).toBe(202)
  return answer
}
const refuse = (): Promise<Answer> =>
  send('/concerns', aConcern({ consent: { status: 'REFUSED' } }))

const listed = async (): Promise<readonly { reviewId: string; kind: string }[]> => {
  const { body } = await lead.call('GET', '/reviews?limit=100', { headers: atTheDesk })
  return (body as { items: { reviewId: string; kind: string }[] }).items
}

const until = async (holds: () => Promise<boolean>, what: string): Promise<void> => {
  for (let tries = 0; tries < 60; tries += 1) {
    if (await holds()) return
    await new Promise((done) => setTimeout(done, 500))
  }
  throw new Error(what)
}

/** The review that was not there before, once the stream has brought it. */
const newReview = async (before: ReadonlySet<string>): Promise<string> => {
  let found: string | undefined
  await until(async () => {
    found = (await listed()).find(({ reviewId }) => !before.has(reviewId))?.reviewId
    return found !== undefined
  }, 'no review came')
  return found ?? ''
}

it(
  'the sender’s lead is asked about a refusal, until consent is given or the lead answers',
  async () => {
    const before = new Set((await listed()).map(({ reviewId }) => reviewId))
    const sent = await refuse()
    const { concernId } = sent.body as { concernId: string }
    const first = await newReview(before)
    const changed = await send(`/concerns/${concernId}/consent`, {
      status: 'GIVEN',
      whatWasAgreed: 'Sharing with children’s social care',
    })
    expect(changed.body).toEqual(sent.body)
    const isListed = async (): Promise<boolean> =>
      (await listed()).some(({ reviewId }) => reviewId === first)
    await until(async () => !(await isListed()), 'the review was not overtaken')

    await refuse()
    const second = await newReview(new Set([...before, first]))
    const read = await lead.call('GET', `/reviews/${second}`, { headers: atTheDesk })
    expect(read.body).toMatchObject({ kind: 'refused-consent', state: 'OPEN', people: [] })
    const decided = await lead.call('POST', `/reviews/${second}/decision`, {
      body: aVerdict('SHARE_MINIMAL'),
      headers: { ...atTheDesk, 'If-Match': read.headers.get('etag') ?? '' },
    })
    expect([decided.status, decided.body]).toMatchObject([200, { state: 'DECIDED' }])
  },
  90 * seconds,
)
