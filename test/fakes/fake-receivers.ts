import type { Clients } from '../../shared/aws/clients.ts'
import type { Posted, PostResult, Receiver } from '../../shared/sending/post.ts'

/** Queues and receivers that keep what comes, in order. `answers` says what each push is answered, the last one for ever. */
export const fakeReceivers = () => {
  const sent: { readonly queue: string; readonly message: string }[] = []
  const hidden: { readonly queue: string; readonly receipt: string; readonly seconds: number }[] =
    []
  const pushed: (Posted & Receiver)[] = []
  const answers: PostResult[] = []
  const clients: Pick<Clients, 'queues' | 'post'> = {
    queues: {
      send: async (queue, message) => void sent.push({ queue, message }),
      hide: async (queue, receipt, seconds) => void hidden.push({ queue, receipt, seconds }),
      receive: async () => [],
      remove: async () => {},
    },
    post: async (receiver, message) => {
      await receivers.onPost()
      pushed.push({ ...receiver, ...message })
      const next = answers.length > 1 ? answers.shift() : answers[0]
      return next ?? { kind: 'answered', status: 204 }
    },
  }
  const receivers = {
    ...clients,
    sent,
    hidden,
    pushed,
    answers,
    /** Called when a push arrives, before it is answered. */
    onPost: async (): Promise<void> => {},
  }
  return receivers
}
