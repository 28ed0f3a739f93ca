import { recorderFor } from '../../shared/audit/audit-entry.ts'
import type { Clients } from '../../shared/aws/clients.ts'
import { readDirectoryIn } from '../../shared/aws/dynamodb/directory.ts'
import { markSentIn, readMessageIn } from '../../shared/aws/dynamodb/outbox.ts'
import { messageIn } from '../../shared/aws/dynamodb/stream.ts'
import { publishTo } from '../../shared/aws/sns/publish-to.ts'
import type { World } from '../../shared/aws/world.ts'
import type { Environment } from '../../shared/config/environment.ts'
import { createHandler } from './handler.ts'

export const wire = (
  clients: Pick<Clients, 'store' | 'publish'>,
  environment: Environment<'relay-alerts'>,
  world: World,
) => {
  const { store, publish } = clients
  const { API_URL, AUDIT_ENTRIES_TABLE, CASEWORK_TABLE, DIRECTORY_TABLE, TOPIC_PREFIX } =
    environment

  return createHandler({
    read: readMessageIn(store, CASEWORK_TABLE),
    readDirectory: readDirectoryIn(store, DIRECTORY_TABLE, world.now),
    publish: publishTo(publish, TOPIC_PREFIX),
    markSent: markSentIn(store, { casework: CASEWORK_TABLE, auditEntries: AUDIT_ENTRIES_TABLE }),
    messageIn,
    recorder: (now) => recorderFor({ actor: 'relay-alerts' }, now, world.newId),
    apiUrl: API_URL,
    ...world,
  })
}
