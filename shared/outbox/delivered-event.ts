import * as z from 'zod'
import { urgencies } from '../codes/response-times.ts'
import { alertIdSchema } from '../kernel/ids.ts'
import { parsedJson } from '../kernel/parsed-json.ts'

/** What the data of an event may hold beside ids: the content of the alert, as its authority would read it at that moment. */
export const deliveredShape = {
  alert: z.looseObject({ alertId: alertIdSchema }).optional().meta({
    description: 'Pushed only: the alert, as `GET /alerts/{id}` would have answered',
  }),
  sealed: z.string().optional().meta({
    description: 'As `alert`, sealed to the authority’s key: a JWE within a JWS of the hub',
  }),
}

/** An event on its way to an authority, as far as its delivery needs to read it; whatever else it holds goes with it. */
const arrivingSchema = z.looseObject({
  id: z.string().min(1).max(300),
  type: z.string(),
  data: z.looseObject({}),
})
export type Arriving = z.infer<typeof arrivingSchema>

const ofAlertSchema = z.object({
  type: z.string().regex(/^uk\.safeguarding-hub\.alert\./),
  data: z.object({
    alertId: alertIdSchema,
    version: z.int().min(1),
    urgency: z.enum(urgencies),
    kind: z.string().optional(),
  }),
})
/** What an event says of the one alert that it is about. */
export type OfAlert = z.infer<typeof ofAlertSchema>['data']

/** An event from the text of a message; undefined where it is none. */
export const readArriving = (text: string): Arriving | undefined =>
  arrivingSchema.safeParse(parsedJson(text)).data

/** The alert that an event is about; undefined where it is about none, or several. */
export const alertOfEvent = (event: Arriving): OfAlert | undefined =>
  ofAlertSchema.safeParse(event).data?.data

/** The event with the content beside its ids, as text. */
export const withContent = (
  event: Arriving,
  content: { readonly alert: unknown } | { readonly sealed: string },
): string => JSON.stringify({ ...event, data: { ...event.data, ...content } })
