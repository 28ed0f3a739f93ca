import { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { apiClient } from '../../local/api-client.ts'
import type { HubPlace } from '../../local/place.ts'
import { dynamodbStore } from '../../shared/aws/dynamodb/dynamodb-store.ts'
import { agreementKey, concernKey } from '../../shared/aws/dynamodb/keys.ts'
import { routes } from '../../shared/config/routes.ts'
import { readAll } from '../builders/read-all.ts'
import { type Actor, actors, agencyWithoutAgreement, councils } from './actors.ts'
import { bodyIn, type Stage, stageOver } from './stage.ts'

const pause = (milliseconds: number): Promise<void> =>
  new Promise((done) => setTimeout(done, milliseconds))

/** A deployed hub, called over HTTP as its clients would; only what people cannot see is read from its table. */
export const deployedStage = async (place: HubPlace): Promise<Stage> => {
  const store = dynamodbStore(new DynamoDBClient({}))
  const { directory, casework } = place.tables
  await store.transact([
    {
      kind: 'delete',
      table: directory,
      key: agreementKey(agencyWithoutAgreement, councils.N.code),
    },
  ])
  const clients = new Map<Actor, ReturnType<typeof apiClient>>()
  const clientOf = (actor: Actor) => {
    const client = clients.get(actor) ?? apiClient(place, actors[actor])
    clients.set(actor, client)
    return client
  }
  const stateOf = async (concernId: string): Promise<string> => {
    const row = await store.get(casework, concernKey(concernId))
    return String(row?.['state'] ?? 'RECEIVED')
  }
  return stageOver({
    call: async (actor, route, { id, body, headers = {} }) => {
      const { method, path } = routes[route]
      if (method === 'DELETE') throw new Error('no case deletes')
      const url = path.replace('{id}', encodeURIComponent(id ?? ''))
      const answer = await clientOf(actor).call(method, url, { body, headers })
      const etag = answer.headers.get('etag') ?? ''
      return { status: answer.status, etag, body: bodyIn(answer.body) }
    },
    settle: async (concernId) => {
      for (let tries = 0; tries < 240; tries += 1) {
        if ((await stateOf(concernId)) !== 'RECEIVED') return
        await pause(250)
      }
      throw new Error(`concern ${concernId} was not assessed in a minute`)
    },
    linger: () => pause(15_000),
    casework: () => readAll(casework),
  })
}
