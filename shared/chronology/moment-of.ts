import type { Notification } from './notification.ts'

/** When it happened, in milliseconds: the stated day at noon, else when the hub was told. */
export const momentOf = ({
  statedOn,
  recordedAt,
}: Pick<Notification, 'statedOn' | 'recordedAt'>): number =>
  Date.parse(statedOn === undefined ? recordedAt : `${statedOn}T12:00:00Z`)
