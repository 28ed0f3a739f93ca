import * as z from 'zod'
import type { RehearseConcernDeps } from '../../casework/rehearse-concern.ts'
import type { Queues } from './queues.ts'

const eventSchema = z.object({ data: z.object({ alertId: z.uuid() }) })

/** The alert that a message tells of; of anything else nothing. */
const alertOf = (text: string): string | undefined => {
  try {
    return eventSchema.safeParse(JSON.parse(text)).data?.data.alertId
  } catch {
    return undefined
  }
}

/** The inbox of the authority that the hub rehearses with, by the queue’s URL. */
export const rehearsalInbox = (
  { receive, remove }: Queues,
  queue: string,
): Pick<RehearseConcernDeps, 'receive' | 'remove'> => ({
  receive: async (seconds) =>
    (await receive(queue, seconds)).map(({ receipt, text }) => ({
      receipt,
      alertId: alertOf(text),
    })),
  remove: (receipt) => remove(queue, receipt),
})
