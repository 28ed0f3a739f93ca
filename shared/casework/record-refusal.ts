import type { Action } from '../agencies/access.ts'
import { type Asked, type By, recorderOf } from '../agencies/recorder-of.ts'
import type { AskedFor, AuditEntry } from '../audit/audit-entry.ts'
import type { Clock } from '../kernel/clock.ts'
import type { NewId } from '../kernel/ids.ts'
import { present } from '../kernel/present.ts'

/** What every use case needs that records what was done or read. */
export type RecordDeps = {
  readonly record: (entries: readonly AuditEntry[]) => Promise<void>
  readonly newId: NewId
  readonly now: Clock
}

export type AskedDeps = {
  /** Whether there is one, whoever's it is. */
  readonly isThere: (asked: Asked) => Promise<boolean>
  /** A hash by a key that stays where it is: who has the log alone cannot try what may have been typed. */
  readonly keyedHash: (text: string) => Promise<string>
}

export type RecordRefusalDeps = RecordDeps & AskedDeps

/**
 * How a refusal names what was asked for. What is there stands by its id, so that who tried to see it is found with all who
 * did; what is not there by its hash. Both are made in either case: how long it takes tells nothing.
 */
const askedForOf = async (asked: Asked, { isThere, keyedHash }: AskedDeps): Promise<AskedFor> => {
  const { kind, id } = asked
  const [there, keyed] = await Promise.all([isThere(asked), keyedHash(`${kind} ${id}`)])
  return there ? { kind, id } : { kind, keyed }
}

/** Objects that a refusal names: one of the path, and a person with the ten concerns of a request. Of more it says how many. */
const mostAsked = 12

/** Leaves an entry of a call that was refused, or one for each object asked for: who, what was tried, and on which record. It comes before the answer. */
export const recordRefused = async (
  {
    by,
    action,
    codes,
  }: {
    readonly by: By
    readonly action: 'ACCESS_REFUSED' | 'QUOTA_EXCEEDED'
    readonly codes: Readonly<Record<string, string>>
  },
  deps: RecordRefusalDeps,
): Promise<void> => {
  const { asked = [], caller } = by
  const named = await Promise.all(asked.slice(0, mostAsked).map((one) => askedForOf(one, deps)))
  const record = recorderOf(by, { now: deps.now(), newId: deps.newId })
  const all = asked.length > mostAsked ? { ...codes, asked: String(asked.length) } : codes
  const entriesOf = (askedFor?: AskedFor): readonly AuditEntry[] => {
    const { id, keyed } = askedFor ?? {}
    return record(action, [caller.clientId, ...Object.values(present({ id, keyed }))], {
      outcome: 'REFUSED',
      codes: all,
      ...present({ askedFor }),
    })
  }
  const entries = named.length === 0 ? entriesOf() : named.flatMap(entriesOf)
  await deps.record(entries.map((entry, at) => (at === 0 ? entry : { ...entry, part: at + 1 })))
}

/** The entry of a caller who tried what is not theirs to do. */
export const recordRefusal = (
  { by, action }: { readonly by: By; readonly action: Action },
  deps: RecordRefusalDeps,
): Promise<void> => recordRefused({ by, action: 'ACCESS_REFUSED', codes: { action } }, deps)
