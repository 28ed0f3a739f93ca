import type { Log, LogFields } from './logger.ts'

/** A row of the directory that cannot be read, by its kind and whose it is. */
type Whose = Required<Pick<LogFields, 'kind'>> & Pick<LogFields, 'agency' | 'authority' | 'client'>

/** Tells of each row of the directory that cannot be read: once, as long as this process lives. */
export const tellingUnreadable = (log: Log): ((whose: Whose) => void) => {
  const told = new Set<string>()
  return (whose) => {
    const row = JSON.stringify(whose)
    if (!told.has(row)) log('error', 'DIRECTORY_UNREADABLE', whose)
    told.add(row)
  }
}
