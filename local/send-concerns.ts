import { randomUUID } from 'node:crypto'
import { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import * as z from 'zod'
import type { Assessment } from '../shared/assessing/assessment.ts'
import { readAssessmentIn } from '../shared/aws/dynamodb/concerns.ts'
import { dynamodbStore } from '../shared/aws/dynamodb/dynamodb-store.ts'
import { type ConcernId, concernIdSchema } from '../shared/kernel/ids.ts'
import { type Answer, type ApiClient, apiClient } from './api-client.ts'
import type { HubPlace } from './place.ts'
import { referrerIds } from './seed/clients.ts'
import { type DemoConcern, seedConcerns } from './seed/concerns.ts'

export type Sent = { readonly demo: DemoConcern; readonly assessment: Assessment }

const acceptedSchema = z.object({ concernId: concernIdSchema })
const timeoutMilliseconds = 30_000

/**
 * Sends the seed's concerns through the public API, each by its own service, and waits until each is assessed: some of them
 * are decided as they are because of those before. One that is to be taken back is taken back once it is decided.
 */
export const sendConcerns = async (place: HubPlace): Promise<readonly Sent[]> => {
  const first = readAssessmentIn(dynamodbStore(new DynamoDBClient({})), place.tables.casework)
  const demos = seedConcerns({ today: new Date() })
  const clients = new Map(referrerIds.map((id) => [id, apiClient(place, id)]))
  const ids = new Map<string, ConcernId>()
  const sent: Sent[] = []
  for (const demo of demos) {
    const service = clients.get(demo.client) ?? apiClient(place, demo.client)
    const corrects = demo.corrects === undefined ? {} : { corrects: ids.get(demo.corrects) }
    const answer = await post(service, '/concerns', {
      body: { ...demo.concern, ...corrects },
      key: demo.key,
    })
    const { concernId } = acceptedSchema.parse(answer.body)
    ids.set(demo.key, concernId)
    sent.push({ demo, assessment: await untilAssessed(() => first(concernId, 1), demo.key) })
    if (demo.withdrawn !== undefined)
      await post(service, `/concerns/${concernId}/withdrawal`, {
        body: demo.withdrawn,
        key: demo.key,
      })
  }
  return sent
}

const post = async (
  service: ApiClient,
  path: string,
  { body, key }: { readonly body: unknown; readonly key: string },
): Promise<Answer> => {
  const answer = await service.call('POST', path, {
    body,
    headers: { 'Idempotency-Key': randomUUID() },
  })
  if (answer.status !== 202) throw new Error(`${key} was answered ${answer.status}: ${answer.text}`)
  return answer
}

const untilAssessed = async (
  read: () => Promise<Assessment | undefined>,
  key: string,
): Promise<Assessment> => {
  for (const end = Date.now() + timeoutMilliseconds; Date.now() < end; ) {
    const assessment = await read()
    if (assessment !== undefined) return assessment
    await new Promise((done) => setTimeout(done, 40))
  }
  throw new Error(`${key} was not assessed within ${timeoutMilliseconds / 1000} s`)
}
