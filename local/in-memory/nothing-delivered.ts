import type { Clients } from '../../shared/aws/clients.ts'

/** In one process a topic has no queue behind it, so nobody is pushed to. */
export const nothingDelivered: Pick<Clients, 'queues' | 'post'> = {
  queues: { send: async () => {}, hide: async () => {} },
  post: async () => ({ kind: 'unanswered', why: 'no-address' }),
}
