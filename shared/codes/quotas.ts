import { keysOf } from '../kernel/keys-of.ts'

/**
 * How much one client, that is one system or one person's sign-in, may do in a day in London before a person is asked
 * (policy §9.9) [D]. Each number is several times what a busy service or council does; whoever passes it is likely to be
 * a fault, a loop or somebody who looks where they should not. The partnership lead is told once a day of each such
 * client, with its counts. What else follows stands beside each route: nothing at H3 or H4 is ever refused.
 */
export const quotas = {
  concerns: { aDay: 500, counts: 'concerns sent' },
  consentChanges: {
    aDay: 100,
    counts: 'changes of consent, and of how somebody stands with a service',
  },
  reviews: { aDay: 200, counts: 'questions to people that its concerns caused' },
  reads: { aDay: 10_000, counts: 'records, lists and chronologies read' },
  tokens: { aDay: 10_000, counts: 'access tokens asked for' },
  previews: { aDay: 100, counts: 'previews of what a concern would lead to' },
  emergencies: { aDay: 8, counts: 'emergency accesses that one person asked for' },
} as const satisfies Record<string, { readonly aDay: number; readonly counts: string }>
export type QuotaKind = keyof typeof quotas

export const quotaKinds = keysOf(quotas)

/** How often a client has done each on one day. */
export type DayCounts = Partial<Readonly<Record<QuotaKind, number>>>

/** Whether this many of a kind are more than one client may do in a day. */
export const isOverQuota = (kind: QuotaKind, count: number): boolean => count > quotas[kind].aDay

/** How many of a kind a client that has done so many may do today. */
export const leftOf = (kind: QuotaKind, count: number): number =>
  Math.max(0, quotas[kind].aDay - count)

/** The kinds of which a day holds more than it may, with how many and how many there may be. */
export const overQuotaIn = (
  counts: DayCounts,
): { readonly kind: QuotaKind; readonly count: number; readonly quota: number }[] =>
  quotaKinds
    .map((kind) => ({ kind, count: counts[kind] ?? 0, quota: quotas[kind].aDay }))
    .filter(({ kind, count }) => isOverQuota(kind, count))
