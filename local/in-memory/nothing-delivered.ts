import type { Clients } from '../../shared/aws/clients.ts'

/** In one process a topic has no queue behind it, so nobody is pushed to, and no gateway before it keeps a log. */
export const nothingDelivered: Pick<Clients, 'queues' | 'post' | 'readAccessLog'> = {
  queues: { send: async () => {}, hide: async () => {} },
  post: async () => ({ kind: 'unanswered', why: 'no-address' }),
  readAccessLog: async () => [],
}
