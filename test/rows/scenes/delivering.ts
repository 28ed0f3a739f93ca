import { westmarch } from '../../../infra/stages/local.ts'
import { put } from '../../../shared/aws/dynamodb/actions.ts'
import { authorityRow } from '../../../shared/aws/dynamodb/directory.ts'
import { anSqsEvent } from '../../builders/an-sqs-event.ts'
import type { Scene } from './stage.ts'

/** An authority is pushed to: the key that signs is published first. */
export const delivered: Scene = async ({ hub }) => {
  const delivery = { mode: 'push', url: 'https://receiver.westmarch.example/alerts' } as const
  const row = authorityRow({ code: westmarch, name: 'Westmarch', key: 'westmarch', delivery })
  await hub.store.transact([put(hub.tables.directory, row)])
  const test = { id: 'r#1', type: 'uk.safeguarding-hub.review.raised.v1', data: {} }
  const arrived = anSqsEvent(JSON.stringify(test), { authority: westmarch, sentAt: hub.now() })
  const { batchItemFailures } = await hub.deliver(arrived)
  if (batchItemFailures.length > 0) throw new Error('nothing was delivered')
}
