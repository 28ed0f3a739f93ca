import { createHash } from 'node:crypto'
import * as z from 'zod'
import type { ListedConcern } from '../concerns/followed-concern.ts'
import { uuidOf } from '../kernel/uuid-v7.ts'

/**
 * What the system of an agency receives when its list of what it sent has changed (`GET /concerns?changedSince=`): which concern, and
 * when. Not what has changed, nor by whom, so that whoever sees the message on its way learns nothing of a family.
 */
export const changeEventSchema = z
  .strictObject({
    specversion: z.literal('1.0'),
    id: z.uuid().meta({ description: 'Drop what you have already seen' }),
    source: z.url(),
    type: z.literal('uk.safeguarding-hub.concern.changed.v1'),
    subject: z.uuid().meta({ description: 'Id of the concern' }),
    time: z.iso.datetime().meta({ description: 'Its `changedAt` in your list' }),
    datacontenttype: z.literal('application/json'),
    dataref: z.url().meta({ description: 'Where the concern is read, with a token' }),
    data: z.strictObject({ concernId: z.uuid() }),
  })
  .meta({ id: 'ConcernChangedEvent' })
export type ChangeEvent = z.infer<typeof changeEventSchema>

type Changed = Pick<ListedConcern, 'concernId' | 'changedAt'>

/**
 * The same for the same telling, so that whoever is told again after a crash can drop it. Of what the message says, and how many there
 * were of its concern, which its reader knows: of a status it could be guessed from the id.
 */
const idOf = ({ concernId, changedAt }: Changed, number: number): string =>
  uuidOf(
    createHash('sha256').update(`${concernId} ${changedAt} ${number}`).digest().subarray(0, 16),
    8,
  )

/** The envelope of one: `number` is which it is of its concern, from 1; `apiUrl` the API's public address with its stage. */
export const changeEvent = (
  { concernId, changedAt }: Changed,
  { number, apiUrl }: { readonly number: number; readonly apiUrl: string },
): ChangeEvent => ({
  specversion: '1.0',
  id: idOf({ concernId, changedAt }, number),
  source: apiUrl,
  type: 'uk.safeguarding-hub.concern.changed.v1',
  subject: concernId,
  time: changedAt,
  datacontenttype: 'application/json',
  dataref: `${apiUrl}/concerns/${concernId}`,
  data: { concernId },
})
