import * as z from 'zod'
import { alertKinds, alertSchema, alertStates, listedAlertSchema } from '../../alerts/alert.ts'
import { toldBecause } from '../../alerts/content/alert-content.ts'
import { priorities } from '../../alerts/content/priority.ts'
import { countedAlertSchema } from '../../alerts/counted-alert.ts'
import { alertIdSchema } from '../../kernel/ids.ts'
import { rowKind } from './rows/row-kind.ts'
import { waitingShape } from './rows/shapes.ts'
import { standIn } from './rows/stand-in.ts'
import { ofDecisions } from './rows/stand-ins-of-decisions.ts'

/** An alert in a state that is not known here is one that nobody has acknowledged: it is listed, due and chased. */
const ofAlerts = [
  ...ofDecisions,
  standIn(alertStates, 'RAISED'),
  standIn(alertKinds, 'unmatched'),
  standIn(priorities, 'red'),
  standIn(toldBecause, 'WHERE_THE_CHILD_IS'),
]

/** What the inbox shows of an alert. */
const lineShape = listedAlertSchema.shape

export const alertKind = rowKind({
  name: 'alert',
  places: ['casework ALERT ALERT'],
  content: 'alert',
  shape: {
    ...lineShape,
    authority: z.string(),
    inbox: z.string(),
    inboxOrder: z.string(),
    /** That the partnership is asked: the answer, or that there is none, is contested as high as that. */
    asked: z.string().optional(),
    measured: z.string().optional(),
    counted: countedAlertSchema.optional(),
    ...waitingShape,
    alert: alertSchema,
  },
  standIns: ofAlerts,
})

/** An alert as a list shows it, from the index. */
export const alertLineKind = rowKind({
  name: 'alert-line',
  places: ['casework ALERT ALERT'],
  lineOf: 'inbox',
  shape: lineShape,
  standIns: ofAlerts,
})

/** An alert as it is counted, from the index. */
export const countedAlertKind = rowKind({
  name: 'counted-alert',
  places: ['casework ALERT ALERT'],
  lineOf: 'measured',
  shape: { raisedAt: z.string(), counted: countedAlertSchema },
  standIns: ofAlerts,
})

/** That somebody of the alert's authority opened it. */
export const openedAlertKind = rowKind({
  name: 'opened-alert',
  places: ['casework ALERT OPENED'],
  shape: {
    alertId: alertIdSchema,
    version: z.number(),
    at: z.string(),
    by: z.string(),
    practitioner: z.string().optional(),
    isVouchedFor: z.boolean().optional(),
    /** The version that a person opened last, by their own sign-in or through one that vouches for them. */
    seen: z.number().optional(),
  },
})

/** An alert in the list of a child that it names. */
export const relatedAlertKind = rowKind({
  name: 'related-alert',
  places: ['casework CHILD ALERT'],
  shape: {
    related: alertSchema
      .pick({ alertId: true, authority: true, harm: true, raisedAt: true })
      .extend({ agencyName: z.string(), isLeadsOnly: z.literal(true).optional() }),
  },
})
