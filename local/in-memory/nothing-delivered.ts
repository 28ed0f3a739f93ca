import type { Clients } from '../../shared/aws/clients.ts'
import { localPlaces } from '../local-places.ts'

/** Nothing is uploaded. In one process a topic has no queue behind it, so nobody is pushed to; no gateway before it keeps a log; and the hub does not call itself. */
export const nothingDelivered: Pick<
  Clients,
  | 'imports'
  | 'startMachine'
  | 'queues'
  | 'post'
  | 'call'
  | 'readSecret'
  | 'readAccessLog'
  | 'places'
> = {
  imports: {
    signPut: async () => ({ url: '', headers: {} }),
    signGet: async () => '',
    open: async () => undefined,
    put: async () => {},
  },
  startMachine: async () => {},
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
