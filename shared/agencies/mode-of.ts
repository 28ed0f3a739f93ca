import type { deliveryModes } from './delivery.ts'
import type { Authority } from './directory.ts'

export type DeliveryMode = (typeof deliveryModes)[number]

/** How an authority is told: from a queue, where nothing is said. */
export const modeOf = ({ delivery }: Pick<Authority, 'delivery'>): DeliveryMode =>
  delivery?.mode ?? 'queue'
