import { randomUUID } from 'node:crypto'
import { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import * as z from 'zod'
import type { Assessment } from '../shared/assessing/assessment.ts'
import { readAssessmentIn } from '../shared/aws/dynamodb/concerns.ts'
import { dynamodbStore } from '../shared/aws/dynamodb/dynamodb-store.ts'
import { concernIdSchema } from '../shared/kernel/ids.ts'
import { apiClient } from './api-client.ts'
import type { HubPlace } from './place.ts'
import { type DemoConcern, seedConcerns } from './seed/concerns.ts'

export type Sent = { readonly demo: DemoConcern; readonly assessment: Assessment }

const acceptedSchema = z.object({ concernId: concernIdSchema })
const timeoutMilliseconds = 30_000

/**
 * Sends the seed's sixty concerns through the public API, each by its own service, and waits until each is assessed: some
 * of them are decided as they are because of those before.
 */
export const sendConcerns = async (place: HubPlace): Promise<readonly Sent[]> => {
  const first = readAssessmentIn(dynamodbStore(new DynamoDBClient({})), place.tables.casework)
  const demos = seedConcerns({ today: new Date() })
  const clients = new Map(demos.map(({ client }) => [client, apiClient(place, client)]))
  const sent: Sent[] = []
  for (const demo of demos) {
    const headers = { 'Idempotency-Key': randomUUID() }
    const answer = await clients
      .get(demo.client)
      ?.call('POST', '/concerns', { body: demo.concern, headers })
    if (answer?.status !== 202)
      throw new Error(`${demo.key} was answered ${answer?.status}: ${answer?.text}`)
    const { concernId } = acceptedSchema.parse(answer.body)
    sent.push({ demo, assessment: await untilAssessed(() => first(concernId, 1), demo.key) })
  }
  return sent
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
