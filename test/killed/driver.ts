import { setTimeout } from 'node:timers/promises'
import { type Answer, type ApiClient, apiClient } from '../../local/api-client.ts'
import { readConcernsIn } from '../../shared/aws/dynamodb/concerns.ts'
import type { Store } from '../../shared/aws/dynamodb/store.ts'
import type { AlertId, ConcernId } from '../../shared/kernel/ids.ts'
import { place } from '../e2e/place.ts'

const service = apiClient(place, 'westmarch-substance-misuse')
const socialCare = apiClient(place, 'westmarch-social-care')
const atTheDesk = { 'Hub-Practitioner': 'W-0117' } as const

/** How often somebody was cut off: no answer, or one that says that the hub failed. */
export const cutOff = { count: 0 }

type Call = Parameters<ApiClient['call']>

/** As a caller does who was told to: again, with the same words, until the hub answers for itself. */
const untilAnswered = async (client: ApiClient, ...call: Call): Promise<Answer> => {
  for (let attempt = 1; attempt <= 60; attempt += 1) {
    const answer = await client.call(...call).catch(() => undefined)
    if (answer !== undefined && answer.status < 500) return answer
    cutOff.count += 1
    await setTimeout(Math.min(100 * attempt, 1000))
  }
  throw new Error(`${call[0]} ${call[1]} was not answered in sixty tries`)
}

export const submit = async (key: string, body: unknown): Promise<Answer> =>
  untilAnswered(service, 'POST', '/concerns', { body, headers: { 'Idempotency-Key': key } })

export const follow = (concernId: string): Promise<Answer> =>
  untilAnswered(service, 'GET', `/concerns/${concernId}`)

/** The alert that tells Westmarch of a concern, once there is one. */
const alertAbout = async ({ store, until }: Working, concernId: ConcernId): Promise<AlertId> => {
  const read = readConcernsIn(store, place.tables)
  while (Date.now() < until) {
    const [stored] = await read([concernId])
    const [told] = stored?.told ?? []
    if (told !== undefined) return told.alertId
    await setTimeout(250)
  }
  throw new Error(`nobody was told of ${concernId}`)
}

/** The tables, in which a test may look, and by when everything is to be done. */
export type Working = { readonly store: Store; readonly until: number }

const steps = [
  ['RAISED', 'acknowledgement', undefined],
  ['ACKNOWLEDGED', 'outcome', { outcome: 'ASSESSMENT_S17' }],
  ['DECIDED', 'feedback', { lines: [{ kind: 'FACT', text: 'A social worker will visit.' }] }],
] as const

/** Reads, acknowledges, decides and answers; what was done although nobody heard so is not done again. */
export const answerConcern = async (working: Working, concernId: ConcernId): Promise<void> => {
  const alertId = await alertAbout(working, concernId)
  while (Date.now() < working.until) {
    const read = await untilAnswered(socialCare, 'GET', `/alerts/${alertId}`, {
      headers: atTheDesk,
    })
    const { state } = read.body as { readonly state: string }
    const step = steps.find(([from]) => from === state)
    if (step === undefined) return
    const [, verb, body] = step
    await untilAnswered(socialCare, 'POST', `/alerts/${alertId}/${verb}`, {
      ...(body !== undefined && { body }),
      headers: { ...atTheDesk, 'If-Match': read.headers.get('etag') ?? '' },
    })
  }
  throw new Error(`${alertId} was not answered in time`)
}
