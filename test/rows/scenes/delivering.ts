import { westmarch } from '../../../infra/stages/local.ts'
import { put } from '../../../shared/aws/dynamodb/actions.ts'
import { agencyRow, authorityRow } from '../../../shared/aws/dynamodb/directory.ts'
import { anSqsEvent } from '../../builders/an-sqs-event.ts'
import { drugService } from '../../builders/clients.ts'
import { reason, type Scene } from './stage.ts'

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

/** The system of an agency is told of a change of what it sent. */
export const toldOfChange: Scene = async ({ hub, calls, taken, send }) => {
  const { agency: key, agencyName: name } = drugService
  const row = agencyRow({ key, name, type: 'substance-misuse', delivery: { mode: 'queue' } })
  await hub.store.transact([put(hub.tables.directory, row)])
  const id = await send()
  const sent = { id, key: 'the-key-of-what-is-taken-back' }
  await taken(calls.withdraw(sent, { reason: 'WRONG_PERSON', words: reason }))
  // The sweep applies it late, and then it rests for a minute.
  await hub.settle()
  await hub.settle()
}
