import { type OpenStatus, openStatuses } from '../codes/open-statuses.ts'
import type { RegisteredChild } from './stored.ts'

/** Whether children's social care works with a child who is of this status. */
export const isOpenStatus = (code: string): code is OpenStatus => Object.hasOwn(openStatuses, code)

/** How children's social care works with the child on a day, an ISO date; null where it does not. */
export const openStatusOf = (
  { status }: Pick<RegisteredChild, 'status'>,
  today: string,
): OpenStatus | null =>
  isOpenStatus(status.code) && (status.to === undefined || status.to > today) ? status.code : null
