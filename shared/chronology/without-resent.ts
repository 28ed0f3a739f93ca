import type { Notification } from './notification.ts'
import { isResent } from './resent.ts'

/** One incident of one adult, sent again by one agency within 72 hours, is one notification (F12). Expects oldest first. */
export const withoutResent = (notifications: readonly Notification[]): Notification[] => {
  const firsts: Notification[] = []
  for (const one of notifications)
    if (!firsts.some((first) => isResent(first, one))) firsts.push(one)
  return firsts
}
