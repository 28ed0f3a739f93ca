import * as z from 'zod'
import { destinationOf } from './destination-of.ts'

/** A message as it lies in a queue; `receipt` takes it away. */
export type Letter = { readonly body: string; readonly receipt: string }

/** The queues of one account, by name. */
export type Queues = {
  /** Some of what lies there, hidden from others for a while; none when nothing does. */
  readonly receive: (queue: string) => Promise<readonly Letter[]>
  readonly send: (queue: string, body: string) => Promise<void>
  readonly remove: (queue: string, receipt: string) => Promise<void>
}

/** Of a message no more than its envelope says: it holds nothing of anybody. */
const envelopeSchema = z.object({ id: z.string(), type: z.string() })

const saidOf = (body: string): string => {
  try {
    const { id, type } = envelopeSchema.parse(JSON.parse(body))
    return `${type} ${id}`
  } catch {
    return 'a message that is none of the hub’s'
  }
}

const isOfHub = (body: string): boolean => !saidOf(body).startsWith('a message')

/**
 * Puts dead letters back to where their reader fetches them: each is sent before it is taken away, so a crash doubles one and
 * loses none, and receivers drop what they have had. What is no event of the hub's stays where it lies.
 */
export const redrive = async (
  queue: string,
  { receive, send, remove }: Queues,
  tell: (line: string) => void,
): Promise<{ readonly moved: number; readonly left: number }> => {
  const to = destinationOf(queue)
  let [moved, left] = [0, 0]
  for (let letters = await receive(queue); letters.length > 0; letters = await receive(queue))
    for (const { body, receipt } of letters) {
      if (isOfHub(body)) {
        await send(to, body)
        await remove(queue, receipt)
        moved += 1
        tell(`${saidOf(body)} → ${to}`)
      } else {
        left += 1
        tell(`${saidOf(body)} stays in ${queue}`)
      }
    }
  return { moved, left }
}
