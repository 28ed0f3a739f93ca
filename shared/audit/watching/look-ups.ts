import type { AuditEntry } from '../audit-entry.ts'

/** How acts by which somebody is looked up count. A register is read by systems as well, so quickly that it says nothing. */
type Kind = { readonly isQuick: boolean; readonly isOfChild: boolean; readonly isOfRecord: boolean }

const ofRegister: Kind = { isQuick: false, isOfChild: false, isOfRecord: true }
const ofMany: Kind = { isQuick: false, isOfChild: false, isOfRecord: false }

const kinds = {
  CHRONOLOGY_READ: { isQuick: true, isOfChild: true, isOfRecord: true },
  CONCERN_PREVIEWED: { isQuick: true, isOfChild: false, isOfRecord: false },
  CHILD_READ: { ...ofRegister, isOfChild: true },
  ADULT_READ: ofRegister,
  CHILDREN_LISTED: ofMany,
  REGISTER_SEARCHED: ofMany,
  AUDIT_QUERIED: ofMany,
  AUDIT_SEARCHED: ofMany,
  AUDIT_EXPORTED: ofMany,
  SUBJECT_ACCESS_READ: ofMany,
} as const satisfies Partial<Record<AuditEntry['action'], Kind>>

type LookUpAction = keyof typeof kinds
const isLookUp = (action: string): action is LookUpAction => Object.hasOwn(kinds, action)

/** Somebody looked up, when, and under what id: the record's own, or the entry's where it is of no one record. */
export type LookUp = {
  readonly at: string
  readonly id: string
  readonly action: LookUpAction
}

export const lookUpIn = ({ action, at, entryId, subjects }: AuditEntry): LookUp | undefined => {
  if (!isLookUp(action)) return undefined
  return { at, action, id: kinds[action].isOfRecord ? (subjects[0] ?? entryId) : entryId }
}

/** Whether it may be work on an alert: only of a child can there be one. */
export const isOfChild = ({ action }: LookUp): boolean => kinds[action].isOfChild

/** Whether many of it within a minute are more than a person reads. */
export const isQuick = ({ action }: LookUp): boolean => kinds[action].isQuick

/** Whether `id` is that of a record. */
export const isOfRecord = ({ action }: LookUp): boolean => kinds[action].isOfRecord
