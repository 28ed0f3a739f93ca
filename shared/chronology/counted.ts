import type { Notification } from './notification.ts'

const mergeWindow = 72 * 60 * 60 * 1000

const byTime = (a: Notification, b: Notification): number =>
  Date.parse(a.recordedAt) - Date.parse(b.recordedAt)

/**
 * Each concern once, oldest first, without those that a later one corrects: siblings remember the same concern, and what
 * was wrong does not count.
 */
export const standing = (notifications: readonly Notification[]): Notification[] => {
  const corrected = new Set(notifications.flatMap(({ corrects }) => corrects ?? []))
  const byId = new Map(notifications.map((one) => [one.concernId, one]))
  return [...byId.values()].filter(({ concernId }) => !corrected.has(concernId)).toSorted(byTime)
}

const isResent = (first: Notification, later: Notification): boolean =>
  first.agency === later.agency &&
  first.statedOn === later.statedOn &&
  first.adultIds.some((id) => later.adultIds.includes(id)) &&
  Date.parse(later.recordedAt) - Date.parse(first.recordedAt) <= mergeWindow

/** One incident of one adult, sent by one agency within 72 hours of its first, is one notification (F12). Expects oldest first. */
export const withoutResent = (notifications: readonly Notification[]): Notification[] => {
  const firsts: Notification[] = []
  for (const one of notifications)
    if (!firsts.some((first) => isResent(first, one))) firsts.push(one)
  return firsts
}
