import { createHash } from 'node:crypto'
import type { By } from '../agencies/recorder-of.ts'
import { londonDay, secondsOfDayLeft } from '../calendar/london-day.ts'
import { type DayCounts, isOverQuota, type QuotaKind } from '../codes/quotas.ts'
import { HubError } from '../kernel/hub-error.ts'
import { foldWorkId } from '../kernel/work-id.ts'
import { type RecordRefusalDeps, recordRefused } from './record-refusal.ts'

/** What one client does once more on a day in London. */
export type Use = {
  readonly clientId: string
  readonly agencyName: string
  readonly day: string
  readonly kind: QuotaKind
  /** How many at once; one where left out. */
  readonly times?: number
}

/** What the client has done on the day, and whether anybody has been asked about it. */
export type DayOfClient = { readonly counts: DayCounts; readonly isAsked: boolean }

export type CountUseDeps = {
  /** Counts, and gives the day as it then stands. */
  readonly tally: (use: Use) => Promise<DayOfClient>
  /** Leaves word for the partnership lead, once a day. */
  readonly ask: (use: Use) => Promise<void>
}

const isBusy = (error: unknown): boolean => error instanceof HubError && error.code === 'store-busy'

/**
 * Counts, and says whether that is more than one client may do in a day. A counter that is too busy to count holds
 * nobody up: what is sent of a child matters more than how often.
 */
export const countUse = async (
  use: Use,
  { tally, ask }: CountUseDeps,
): Promise<{ readonly isOver: boolean }> => {
  try {
    const { counts, isAsked } = await tally(use)
    const isOver = isOverQuota(use.kind, counts[use.kind] ?? 0)
    if (isOver && !isAsked) await ask(use)
    return { isOver }
  } catch (error) {
    if (isBusy(error)) return { isOver: false }
    throw error
  }
}

/**
 * As whom a person is counted: each alone where somebody vouches for who they are; all of a system together that could name
 * anybody. Nobody's work id stands in a key.
 */
const countedAs = ({ caller, practitioner }: By): string =>
  caller.vouches === true && practitioner !== undefined
    ? `${caller.clientId}#${createHash('sha256').update(foldWorkId(practitioner)).digest('hex').slice(0, 16)}`
    : caller.clientId

/** As {@link countUse}, of a call. What is counted of a person alone is so by who they are. */
export const countCall = (
  by: By,
  { kind, now }: { readonly kind: QuotaKind; readonly now: Date },
  deps: CountUseDeps,
): Promise<{ readonly isOver: boolean }> => {
  const { caller } = by
  const { agencyName } = caller
  const clientId = kind === 'emergencies' ? countedAs(by) : caller.clientId
  return countUse({ clientId, agencyName, day: londonDay(now), kind }, deps)
}

/** The refusal of a call over its quota, once it has been recorded: whom to telephone, and when to try again. */
export const overQuota = async (
  by: By,
  kind: QuotaKind,
  deps: RecordRefusalDeps,
): Promise<HubError> => {
  await recordRefused({ by, action: 'QUOTA_EXCEEDED', codes: { kind } }, deps)
  return new HubError(
    'quota-exceeded',
    'more than one client may do in a day; the partnership lead has been asked. Telephone the partnership lead, or about a child children’s social care where the child lives. A concern at H3 or H4 is always taken',
    { retryAfter: secondsOfDayLeft(deps.now()) },
  )
}
