import * as z from 'zod'
import { destinationOf } from './destination-of.ts'
import { givenUpSchema, leftSchema, replySchema } from './left-behind.ts'

/** A message as it lies in a queue; `receipt` takes it away. */
export type Letter = { readonly body: string; readonly receipt: string }

/** The queues of one account, by name. */
export type Queues = {
  /** Some of what lies there, hidden from others for a while; none when nothing does. */
  readonly receive: (queue: string) => Promise<readonly Letter[]>
  readonly send: (queue: string, body: string) => Promise<void>
  readonly remove: (queue: string, receipt: string) => Promise<void>
}

/** Where a stream put what it gave up on. */
type Place = { readonly bucket: string; readonly name: string }

/** Functions of the account that read streams. */
export type Readers = {
  /** Undefined where it has gone: handed over before, for a name may come twice, or at its end. */
  readonly read: (place: Place) => Promise<string | undefined>
  readonly drop: (place: Place) => Promise<void>
  readonly handTo: (
    functionName: string,
    event: string,
  ) => Promise<{ readonly hasFailed: boolean; readonly reply: string }>
}

type Places = Queues & Readers

/** Of a message no more than its envelope says: it holds nothing of anybody. */
const envelopeSchema = z.object({ id: z.string(), type: z.string() })

/** What became of one letter, in words; where it stays, nothing was done. */
type Done = { readonly said: string; readonly stays?: true }
type PutBack = (body: string) => Promise<Done>

const sending =
  (to: string, { send }: Places): PutBack =>
  async (body) => {
    const { id, type } = envelopeSchema.parse(JSON.parse(body))
    await send(to, body)
    return { said: `${type} ${id} → ${to}` }
  }

/** Handed to its reader whole, as the stream did; it goes once that has taken all of it. */
const handing =
  ({ read, drop, handTo }: Places): PutBack =>
  async (body) => {
    const place = leftSchema.parse(JSON.parse(body))
    const left = await read(place)
    if (left === undefined) return { said: 'changes that are there no more' }
    const { reader, event, count } = givenUpSchema.parse(JSON.parse(left))
    const { hasFailed, reply } = await handTo(reader, event)
    if (hasFailed || replySchema.parse(JSON.parse(reply)).batchItemFailures.length > 0)
      return {
        said: `${count} changes stay: ${reader} does not take them, see its log`,
        stays: true,
      }
    await drop(place)
    return { said: `${count} changes → ${reader}` }
  }

/** What is nothing of the hub's stays where it lies. */
const ifOfHub =
  (putBack: PutBack, queue: string): PutBack =>
  (body) =>
    putBack(body).catch((error: unknown) => {
      if (error instanceof SyntaxError || error instanceof z.ZodError)
        return { said: `a message that is none of the hub’s stays in ${queue}`, stays: true }
      throw error
    })

/**
 * Puts dead letters back to where their reader fetches them: each is sent before it is taken away, so a crash doubles one and
 * loses none, and receivers drop what they have had.
 */
export const redrive = async (
  queue: string,
  places: Places,
  tell: (line: string) => void,
): Promise<{ readonly moved: number; readonly left: number }> => {
  const to = destinationOf(queue)
  const putBack = ifOfHub(to === 'its reader' ? handing(places) : sending(to, places), queue)
  const { receive, remove } = places
  let [moved, left] = [0, 0]
  for (let letters = await receive(queue); letters.length > 0; letters = await receive(queue))
    for (const { body, receipt } of letters) {
      const { said, stays } = await putBack(body)
      if (stays) left += 1
      else {
        await remove(queue, receipt)
        moved += 1
      }
      tell(said)
    }
  return { moved, left }
}
