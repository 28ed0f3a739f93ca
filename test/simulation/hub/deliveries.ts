import type { SQSRecord } from 'aws-lambda'
import type { Clients } from '../../../shared/aws/clients.ts'
import { anSqsEvent } from '../../builders/an-sqs-event.ts'
import type { Chaos } from '../engine/chaos.ts'
import type { Scheduler } from '../engine/scheduler.ts'
import type { Fleet, Outcome } from './fleet.ts'

/** A message that waits to be pushed. `turn` tells the newest of its alarm clocks from those that were set before. */
type Message = {
  readonly id: string
  /** The code of an authority, or the place of an agency’s changes. */
  readonly reader: string
  readonly text: string
  readonly sentAt: Date
  receives: number
  turn: number
  isGone: boolean
}

type DeliveryDeps = {
  readonly scheduler: Scheduler
  readonly chaos: Chaos
  readonly fleet: () => Fleet
  /** What an authority fetches itself, after it was sealed. */
  readonly onInbox: (authority: string, text: string) => void
}

/** As the template has it: six times what the function may take. */
const visibility = 180_000
/** So soon it is handed out to a second one who works on it beside the first. */
const tooSoon = 50

const recordOf = (message: Message, receiptHandle: string): SQSRecord => {
  const { text, reader, sentAt, receives, id: messageId } = message
  const [record] = anSqsEvent(text, { authority: reader, sentAt, attempt: receives }).Records
  if (record === undefined) throw new Error('an event has a record')
  return { ...record, messageId, receiptHandle }
}

/** Whether the queue hears that it may forget the message. */
const isTaken = (outcome: Outcome): boolean => {
  if (outcome.kind !== 'replied') return false
  const { batchItemFailures } = outcome.reply as { readonly batchItemFailures: readonly unknown[] }
  return batchItemFailures.length === 0
}

const readerIn = (queue: string): string => queue.replace(/^(?:alerts|inbox)-/, '')

/** The queues before `deliver-alerts`, one a reader: each message is handed out until somebody has dealt with it. */
export const createDeliveries = ({ scheduler, chaos, fleet, onInbox }: DeliveryDeps) => {
  const handedOut = new Map<string, Message>()
  const refused: { readonly queue: string; readonly text: string }[] = []
  let made = 0
  let waiting = 0
  const handOut = async (message: Message): Promise<void> => {
    message.receives += 1
    const receipt = `${message.id} ${message.receives}`
    handedOut.set(receipt, message)
    show(message, chaos.happens('F26', 4) ? tooSoon : visibility)
    const outcome = await fleet().invoke('deliver-alerts', {
      Records: [recordOf(message, receipt)],
    })
    if (!isTaken(outcome) || message.isGone) return
    message.isGone = true
    waiting -= 1
  }
  /** It can be seen again after so many milliseconds. */
  const show = (message: Message, after: number): void => {
    message.turn += 1
    const { turn } = message
    scheduler.after(after, () => {
      if (!message.isGone && message.turn === turn) void handOut(message)
    })
  }
  const arrive = (queue: string, text: string): void => {
    made += 1
    waiting += 1
    const sentAt = new Date(scheduler.now())
    const reader = readerIn(queue)
    const state = { receives: 0, turn: 0, isGone: false }
    show({ id: `message-${made}`, reader, text, sentAt, ...state }, 0)
  }
  const queues: Clients['queues'] = {
    send: async (queue, text) => {
      if (queue.endsWith('-refused')) refused.push({ queue, text })
      else onInbox(readerIn(queue), text)
    },
    hide: async (_, receipt, seconds) => {
      const message = handedOut.get(receipt)
      if (message !== undefined && !message.isGone) show(message, seconds * 1000)
    },
    receive: async () => [],
    remove: async () => {},
  }
  return { arrive, queues, refused, isEmpty: (): boolean => waiting === 0 }
}
