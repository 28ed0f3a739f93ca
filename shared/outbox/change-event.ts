import * as z from 'zod'
import type { ListedConcern } from '../concerns/followed-concern.ts'

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

/** The envelope of one. `apiUrl` is the API's public address with its stage. */
export const changeEvent = (
  { concernId, changedAt }: Pick<ListedConcern, 'concernId' | 'changedAt'>,
  { id, apiUrl }: { readonly id: string; readonly apiUrl: string },
): ChangeEvent => ({
  specversion: '1.0',
  id,
  source: apiUrl,
  type: 'uk.safeguarding-hub.concern.changed.v1',
  subject: concernId,
  time: changedAt,
  datacontenttype: 'application/json',
  dataref: `${apiUrl}/concerns/${concernId}`,
  data: { concernId },
})
