import { type ConcernId, changeIdSchema } from '../../kernel/ids.ts'
import { put } from './actions.ts'
import { newestChangeKey } from './keys.ts'
import { rowKind } from './rows/row-kind.ts'
import type { Action, Put } from './store.ts'

/**
 * Which change of a concern, of consent or its withdrawal, was accepted last: every acceptance replaces the row, so whoever
 * decides on what was accepted can refuse to commit past another.
 */
export const newestChangeKind = rowKind({
  name: 'newest-change',
  places: ['intake CONCERN CHANGED'],
  shape: { changeId: changeIdSchema },
})

type Change = { readonly concernId: ConcernId; readonly changeId: string }

/** Accepted, in the transaction that accepts it. */
export const newestChange = (intake: string, { concernId, changeId }: Change): Put =>
  put(intake, { ...newestChangeKey(concernId), changeId })

/** Refuses the transaction when anything was accepted after this change; undefined: when anything was at all. */
export const nothingAcceptedSince = (
  intake: string,
  concernId: ConcernId,
  newest: string | undefined,
): Action => ({
  kind: 'check',
  table: intake,
  key: newestChangeKey(concernId),
  condition:
    newest === undefined
      ? { kind: 'absent' }
      : { kind: 'equals', field: 'changeId', value: newest },
})
