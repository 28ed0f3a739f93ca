import type { Notification } from './notification.ts'

const byTime = (a: Notification, b: Notification): number =>
  Date.parse(a.recordedAt) - Date.parse(b.recordedAt)

/**
 * Each concern once, oldest first, without those that a later one corrects: siblings remember the same concern, and what
 * was wrong does not count.
 */
export const standing = (notifications: readonly Notification[]): Notification[] => {
  const corrected = new Set(notifications.map(({ corrects }) => corrects))
  const byId = new Map(notifications.map((one) => [one.concernId, one]))
  return [...byId.values()].filter(({ concernId }) => !corrected.has(concernId)).toSorted(byTime)
}
