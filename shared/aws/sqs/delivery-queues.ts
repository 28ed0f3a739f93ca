import type { AuthorityCode } from '../../agencies/authorities.ts'
import type { DeliverMessageDeps } from '../../casework/deliver-message.ts'
import type { Queues } from './queues.ts'

/** The three queues of an authority that messages pass on their way: `prefix` is the URL up to the name, `hub-` included. */
export const deliveryQueues = (
  { send, hide }: Queues,
  prefix: string,
): Pick<DeliverMessageDeps, 'enqueue' | 'postpone' | 'setAside'> => {
  const outgoing = (code: AuthorityCode): string => `${prefix}outgoing-${code}`
  return {
    enqueue: (code, body) => send(`${prefix}inbox-${code}`, body),
    postpone: ({ authority, receipt }, seconds) => hide(outgoing(authority), receipt, seconds),
    setAside: ({ authority, text }) => send(`${outgoing(authority)}-refused`, text),
  }
}
