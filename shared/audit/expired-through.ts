import type { EndingKeeping } from './keeping.ts'
import type { LegalHold } from './legal-hold.ts'

/** An entry of the log by which leaves go: where it will stand. Which leaves, it says itself. */
export type Announced = { readonly entryId: string; readonly at: string }

/** How far the deletion of what is kept in one way has come. */
export type Cursor = {
  /** The first leaf that was not looked at. */
  readonly next: number
  /** The day (UTC) on which all that was over had been looked at. */
  readonly lookedOn?: string | undefined
  /** The first leaf that was over and stays for a hold. */
  readonly skipped?: number | undefined
  /** The holds that were asked. */
  readonly holds?: readonly string[] | undefined
  readonly announced?: Announced | undefined
}

export type ExpiredThrough = {
  readonly version: number
  /** The table of which leaves are counted: rows that were restored in another are looked at anew. */
  readonly log: string
  readonly cursors: Readonly<Record<EndingKeeping, Cursor>>
}

const idsOf = (holds: readonly LegalHold[]): readonly string[] =>
  holds.map(({ holdId }) => holdId).toSorted()

/** With the holds of today: where others were asked when entries were passed over, it goes on from the first of these. */
export const resumed = (cursor: Cursor, holds: readonly LegalHold[]): Cursor => {
  const { skipped, holds: asked = [], ...rest } = cursor
  const ids = idsOf(holds)
  return skipped === undefined || asked.join() === ids.join()
    ? { ...cursor, holds: ids }
    : { next: Math.min(skipped, rest.next), holds: ids }
}

/** All up to there was looked at, and of it this is the first that stays for a hold. */
export const passed = (
  { skipped, holds }: Cursor,
  { to, firstHeld }: { readonly to: number; readonly firstHeld: number | undefined },
): Cursor => ({ next: to, holds, skipped: skipped ?? firstHeld })
