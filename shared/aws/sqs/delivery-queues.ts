import type { PushDeps } from '../../casework/push-or-enqueue.ts'
import type { Queues } from './queues.ts'

/** What an authority fetches is its inbox; what an agency fetches is named for what it tells. */
const fetchedFrom = (queue: string): string =>
  queue.startsWith('changes-') ? queue : `inbox-${queue}`

/** The three queues of one reader that messages pass on their way: `prefix` is the URL up to the name, `hub-` included. */
export const deliveryQueues = (
  { send, hide }: Queues,
  prefix: string,
): Pick<PushDeps, 'enqueue' | 'postpone' | 'setAside'> => {
  const outgoing = (queue: string): string => `${prefix}outgoing-${queue}`
  return {
    enqueue: ({ queue }, body) => send(`${prefix}${fetchedFrom(queue)}`, body),
    postpone: ({ queue, receipt }, seconds) => hide(outgoing(queue), receipt, seconds),
    setAside: ({ queue, text }) => send(`${outgoing(queue)}-refused`, text),
  }
}
