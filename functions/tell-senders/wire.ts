import { recorderFor } from '../../shared/audit/audit-entry.ts'
import type { Clients } from '../../shared/aws/clients.ts'
import { markChangeToldIn, readChangesToldIn } from '../../shared/aws/dynamodb/changes-told.ts'
import { readDirectoryIn } from '../../shared/aws/dynamodb/directory.ts'
import { listChangedIn } from '../../shared/aws/dynamodb/sent-concerns.ts'
import { publishTo } from '../../shared/aws/sns/publish-to.ts'
import type { World } from '../../shared/aws/world.ts'
import type { Environment } from '../../shared/config/environment.ts'
import { createHandler } from './handler.ts'

export const wire = (
  { store, publish }: Pick<Clients, 'store' | 'publish'>,
  environment: Environment<'tell-senders'>,
  world: World,
) => {
  const { API_URL, AUDIT_ENTRIES_TABLE, CASEWORK_TABLE, DIRECTORY_TABLE, TOPIC_PREFIX } =
    environment

  return createHandler({
    readDirectory: readDirectoryIn(store, DIRECTORY_TABLE, world.now),
    listChanged: listChangedIn(store, CASEWORK_TABLE),
    readTold: readChangesToldIn(store, CASEWORK_TABLE),
    publish: publishTo(publish, TOPIC_PREFIX),
    markTold: markChangeToldIn(store, {
      casework: CASEWORK_TABLE,
      auditEntries: AUDIT_ENTRIES_TABLE,
    }),
    recorder: (now) => recorderFor({ actor: 'tell-senders' }, now, world.newId),
    apiUrl: API_URL,
    ...world,
  })
}
