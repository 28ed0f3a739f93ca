import { type DynamoDBClient, QueryCommand } from '@aws-sdk/client-dynamodb'
import { unmarshall } from '@aws-sdk/util-dynamodb'
import * as z from 'zod'
import type { SweepDeps, Waiting } from '../../clocks/sweep.ts'
import { alertIdSchema, concernIdSchema } from '../../kernel/ids.ts'
import { waitingForAnswer, waitingForRelay } from './alert-rows.ts'
import { waitingForAssessment, waitingForDecision } from './concern-rows.ts'
import { waitingForConsent } from './consent-changes.ts'
import { asItem, type Key } from './item.ts'

/** How many of a kind one sweep takes on: more than will ever be unreadable at once, so that those cannot stop the rest. */
const mostPerSweep = 500

const partitions = {
  assessment: waitingForAssessment,
  relay: waitingForRelay,
  consent: waitingForConsent,
  decision: waitingForDecision,
  answer: waitingForAnswer,
} as const satisfies Record<Waiting['kind'], string>

const waitingOf = (kind: Waiting['kind'], { pk, sk }: Key): Waiting => {
  const [, id, version] = pk.split('#')
  switch (kind) {
    case 'assessment':
    case 'decision':
      return { kind, concernId: concernIdSchema.parse(id) }
    case 'consent':
      return {
        kind,
        concernId: concernIdSchema.parse(id),
        changeId: sk.slice('CONSENT#'.length),
      }
    case 'relay':
      return { kind, alertId: alertIdSchema.parse(id), alertVersion: Number(version) }
    case 'answer':
      return { kind, alertId: alertIdSchema.parse(id) }
  }
}

/** Reads the index of what waits; a row is seen there a moment after it was written, which the next sweep makes good. */
export const listWaitingIn =
  (client: DynamoDBClient, casework: string): SweepDeps['listWaiting'] =>
  async (kind, until) => {
    const { Items = [] } = await client.send(
      new QueryCommand({
        TableName: casework,
        IndexName: 'waiting',
        KeyConditionExpression: 'waitingFor = :kind AND waitingUntil < :until',
        ExpressionAttributeValues: asItem({
          ':kind': partitions[kind],
          ':until': until.toISOString(),
        }),
        Limit: mostPerSweep,
      }),
    )
    return Items.map((item) =>
      waitingOf(kind, z.object({ pk: z.string(), sk: z.string() }).parse(unmarshall(item))),
    )
  }
