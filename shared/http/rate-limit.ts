import { secondsOfDayLeft } from '../calendar/london-day.ts'
import { type QuotaKind, quotas } from '../codes/quotas.ts'

const secondsOfDay = 86_400

/**
 * What a client may still do today, from its own calls of the kind and nothing else.
 * Nothing is said of what is left where that is nothing and yet goes on: a system that waited for tomorrow would keep an alert unread,
 * or a concern at H4 unsent.
 * @see draft-ietf-httpapi-ratelimit-headers-09
 */
export const rateLimitHeaders = (
  kind: QuotaKind,
  { left, goesOn, now }: { readonly left?: number; readonly goesOn: boolean; readonly now: Date },
): Readonly<Record<string, string>> => ({
  'RateLimit-Policy': `"${kind}";q=${quotas[kind].aDay};w=${secondsOfDay}`,
  ...(left !== undefined &&
    (left > 0 || !goesOn) && { RateLimit: `"${kind}";r=${left};t=${secondsOfDayLeft(now)}` }),
})
