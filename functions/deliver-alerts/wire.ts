import { recorderFor } from '../../shared/audit/audit-entry.ts'
import type { Clients } from '../../shared/aws/clients.ts'
import { readAlertIn } from '../../shared/aws/dynamodb/alerts.ts'
import { publishDeliveryKeyIn } from '../../shared/aws/dynamodb/delivery-keys.ts'
import { readAgencyIn, readAuthorityIn } from '../../shared/aws/dynamodb/directory.ts'
import { putMessageIn } from '../../shared/aws/dynamodb/outbox.ts'
import { recordEntriesIn } from '../../shared/aws/dynamodb/record-entries.ts'
import { relatedIn } from '../../shared/aws/dynamodb/related-alerts.ts'
import { deliverySigner } from '../../shared/aws/kms/delivery-key.ts'
import { readingDepsFrom } from '../../shared/aws/reading-deps.ts'
import { deliveryQueues } from '../../shared/aws/sqs/delivery-queues.ts'
import type { World } from '../../shared/aws/world.ts'
import type { DeliverMessageDeps } from '../../shared/casework/deliver-message.ts'
import type { Environment } from '../../shared/config/environment.ts'
import { alertView } from '../../shared/http/alert-view.ts'
import { signSealed } from '../../shared/outbox/sealed.ts'
import { webhookHeaders } from '../../shared/outbox/webhook.ts'
import { sealTo } from '../../shared/sending/seal.ts'
import { createHandler } from './handler.ts'

type Wired = {
  readonly clients: Pick<Clients, 'store' | 'keys' | 'places' | 'queues' | 'post'>
  readonly environment: Environment<'deliver-alerts'>
  readonly world: World
}

/** What is done with the key that never leaves: one signature a push, and one around what is sealed. */
const signing = ({
  clients: { keys, store, post },
  environment: { DELIVERY_KEY, TOKENS_TABLE },
  world: { now },
}: Wired): Pick<DeliverMessageDeps, 'push' | 'seal'> => {
  const publish = publishDeliveryKeyIn(store, TOKENS_TABLE)
  const { sign, kid } = deliverySigner({ keys, keyId: DELIVERY_KEY, now, publish })
  return {
    push: async (receiver, { id, body, now }) => {
      const signed = await webhookHeaders({ id, body }, { now, sign })
      const headers = { 'Content-Type': 'application/cloudevents+json; charset=utf-8', ...signed }
      const answer = await post(receiver, { headers, body })
      return answer.kind === 'answered' ? { status: answer.status } : { why: answer.why }
    },
    seal: async (text, key) => {
      const jwe = await sealTo(key, text)
      return signSealed(jwe, { kid: await kid(), sign })
    },
  }
}

export const wire = (
  clients: Wired['clients'],
  environment: Wired['environment'],
  world: World,
) => {
  const { store, queues } = clients
  const { AUDIT_ENTRIES_TABLE, CASEWORK_TABLE, DIRECTORY_TABLE, QUEUE_PREFIX } = environment

  const tables = { casework: CASEWORK_TABLE, auditEntries: AUDIT_ENTRIES_TABLE }
  const putMessage = putMessageIn(store, tables)
  return createHandler({
    ...readingDepsFrom(clients, environment, world),
    ...signing({ clients, environment, world }),
    ...deliveryQueues(queues, QUEUE_PREFIX),
    readAuthority: readAuthorityIn(store, DIRECTORY_TABLE),
    readAgency: readAgencyIn(store, DIRECTORY_TABLE),
    readAlert: readAlertIn(store, CASEWORK_TABLE),
    related: relatedIn(store, CASEWORK_TABLE),
    viewOf: (alert, read, prior) => alertView(alert, read, prior).body,
    // That the alert’s version has told its reader already is as good.
    escalate: async (message) => void (await putMessage(message, [])),
    record: recordEntriesIn(store, AUDIT_ENTRIES_TABLE),
    recorder: (now) => recorderFor({ actor: 'deliver-alerts' }, now, world.newId),
    random: Math.random,
    ...world,
  })
}
