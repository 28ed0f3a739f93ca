import type { Clients } from '../../shared/aws/clients.ts'
import { localPlaces } from '../local-places.ts'

/** In one process a topic has no queue behind it, so nobody is pushed to; no gateway before it keeps a log; and the hub does not call itself. */
export const nothingDelivered: Pick<
  Clients,
  'queues' | 'post' | 'call' | 'readSecret' | 'readAccessLog' | 'places'
> = {
  queues: {
    send: async () => {},
    hide: async () => {},
    receive: async () => [],
    remove: async () => {},
  },
  call: async () => ({ status: 503, headers: {}, text: '' }),
  readSecret: async () => '',
  post: async () => ({ kind: 'unanswered', why: 'no-address' }),
  readAccessLog: async () => [],
  places: localPlaces,
}
