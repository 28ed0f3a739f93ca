import { randomUUID } from 'node:crypto'
import { expect, it } from 'vitest'
import { type Answer, apiClient } from '../../local/api-client.ts'
import { aConcern } from '../builders/a-concern.ts'
import { aVerdict } from '../builders/a-verdict.ts'
import { newlyListed } from './newly-listed.ts'
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
const { subject } = aConcern()
const refuse = (family: string): Promise<Answer> => {
  const names = [{ given: 'Ysolde', family }]
  return send(
    '/concerns',
    aConcern({ consent: { status: 'REFUSED' }, subject: { ...subject, names } }),
  )
}

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

it(
  'the sender’s lead is asked about a refusal, until consent is given or the lead answers',
  async () => {
    const find = await newlyListed(lead, '/reviews', 'LEAD-7')
    const sent = await refuse('Quenby')
    const { concernId } = sent.body as { concernId: string }
    const first = await find('Quenby')
    const changed = await send(`/concerns/${concernId}/consent`, {
      status: 'GIVEN',
      whatWasAgreed: 'Sharing with children’s social care',
    })
    expect(changed.body).toEqual(sent.body)
    const isListed = async (): Promise<boolean> =>
      (await listed()).some(({ reviewId }) => reviewId === first)
    await until(async () => !(await isListed()), 'the review was not overtaken')

    await refuse('Quillon')
    const second = await find('Quillon')
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
