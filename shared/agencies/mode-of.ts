import type { deliveryModes } from './delivery.ts'
import type { Agency, Authority } from './directory.ts'

export type DeliveryMode = (typeof deliveryModes)[number]

/** How an authority is told: from a queue, where nothing is said. */
export const modeOf = ({ delivery }: Pick<Authority, 'delivery'>): DeliveryMode =>
  delivery?.mode ?? 'queue'

/** Whether the system of an agency is told what changes: one that is told nothing, or polls, asks `GET /v1/concerns`. */
export const isToldOfChanges = ({ delivery }: Pick<Agency, 'delivery'>): boolean =>
  delivery !== undefined && delivery.mode !== 'poll'
