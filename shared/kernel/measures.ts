/** Where the hub's own metrics stand in CloudWatch. */
export const metricNamespace = 'safeguarding-hub'

/**
 * What the hub counts of itself, and in what unit: numbers only, of all authorities together, so that no dimension holds an
 * id. What nobody waits for any more is 0 and not missing.
 */
export const measures = {
  ConcernsWaiting: 'Count',
  OldestConcernWaiting: 'Seconds',
  MessagesUnsent: 'Count',
  OldestMessageUnsent: 'Seconds',
  /** What waits for the hub and has passed its bound: all of it, and of it what is of immediate danger. */
  PastBound: 'Count',
  PastBoundImmediate: 'Count',
  /** Concerns that are in no term of the sum of promise 1, each hour. */
  ConcernsUnaccounted: 'Count',
  /** Sent again because nobody had answered, a line each. */
  MessagesToldAgain: 'Count',
  UnacknowledgedH4: 'Count',
  UnacknowledgedH3: 'Count',
  UnacknowledgedH2: 'Count',
  UnacknowledgedH1: 'Count',
  AlertsOverdue: 'Count',
  DueBeyondHolidays: 'Count',
  ReviewsOpen: 'Count',
  ReviewsOverdue: 'Count',
  UnreadImmediate: 'Count',
  UnreadToday: 'Count',
  /** Authorities that were sent no checkpoint of the audit log for 26 hours. */
  AuthoritiesWithoutCheckpoint: 'Count',
  EntriesUnsealed: 'Count',
  OldestEntryUnsealed: 'Seconds',
  EntriesSetAside: 'Count',
  /** What stands aside from now on, a line each, so that each is told of once; of it, what is of immediate danger. */
  RowsQuarantined: 'Count',
  RowsQuarantinedImmediate: 'Count',
  /** How much stands aside, and since when the first of it does. */
  RowsInQuarantine: 'Count',
  OldestRowInQuarantine: 'Seconds',
  /** What has for more than a day: measured in the ninth hour of each morning, so that it rings anew by day, and else 0. */
  RowsLeftInQuarantine: 'Count',
  /** Authorities and agencies whose rows cannot be read. */
  DirectoryUnreadable: 'Count',
  /** Requests of whoever proved to be nobody: a line each, for nobody's name may be written under what anybody may send. */
  CallersUnproven: 'Count',
  RehearsalsThrough: 'Count',
  RehearsalSeconds: 'Seconds',
} as const satisfies Readonly<Record<string, 'Count' | 'Seconds'>>
export type Measure = keyof typeof measures
export type Measured = Readonly<Partial<Record<Measure, number>>>
