// How the page says what the code has short names for.
import type { Lead } from '../../shared/sharing/decision.ts'

export const none = '–'
export const ditto = '″'

export const leadNames: Readonly<Record<Lead, string>> = {
  'sender-lead': 'the sender’s lead',
  'partnership-lead': 'the partnership lead',
}

export const daysOf = (days: number): string => {
  if (days === 0) return 'same day'
  return days === 1 ? '1 day' : `${days} days`
}
