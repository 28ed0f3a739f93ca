import type { Notification } from './notification.ts'

const byTime = (a: Notification, b: Notification): number =>
  Date.parse(a.recordedAt) - Date.parse(b.recordedAt)

/**
 * Each concern once, oldest first, without those that a correction which counts takes back: siblings remember the same
 * concern, and what was wrong or withdrawn does not count.
 */
export const standing = (notifications: readonly Notification[]): Notification[] => {
  const counting = notifications.filter(({ isWithdrawn }) => isWithdrawn !== true)
  const byId = new Map(counting.map((one) => [one.concernId, one]))
  const all = [...byId.values()]
  const corrected = new Set(all.flatMap(({ corrects, counts }) => (counts ? (corrects ?? []) : [])))
  return all.filter(({ concernId }) => !corrected.has(concernId)).toSorted(byTime)
}
