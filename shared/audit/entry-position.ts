import type { AuditEntry } from './audit-entry.ts'

/** Where an entry stands in time: text in the order of time, and of its id where the moment is the same. */
export const entryPosition = ({ at, entryId }: Pick<AuditEntry, 'at' | 'entryId'>): string =>
  `${at}#${entryId}`
