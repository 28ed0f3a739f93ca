/** What was found of one installation. What could not be looked at, since something before it is broken, is left out. */
export type Facts = {
  readonly node: string
  readonly packages: 'current' | 'stale' | 'missing'
  /** The first Python on the path, and whether it makes virtual environments. */
  readonly python: { readonly version: readonly number[]; readonly hasVenv: boolean } | 'none'
  /** Of the hub on this machine: where its place file says that it is, or, with none, the port that it would take. */
  readonly place?: 'answers' | 'silent' | 'unreadable'
  readonly port?: { readonly number: number; readonly isTaken: boolean }
  readonly stage?: StageFact
  readonly api?: ApiFact
  /** Seconds by which this machine's clock is ahead of the hub's. */
  readonly secondsAhead?: number
  readonly key?: KeyFact
  readonly token?: 'given' | 'refused'
  /** How the client stands in the directory, where that can be read. */
  readonly client?: 'good' | 'unknown' | 'suspended' | 'other-key' | undefined
  readonly inbox?: InboxFact
}

export type StageFact = 'good' | 'unreadable' | { readonly faults: string }
export type ApiFact = {
  readonly host: string
  readonly found: 'hub' | 'no-name' | 'refused' | 'silent' | 'untrusted' | 'no-hub'
}
export type KeyFact = 'good' | 'missing' | 'unreadable' | 'no-key' | 'public' | 'other-kind'
export type InboxFact =
  | 'readable'
  | 'no-address'
  | 'no-queue'
  | 'no-credentials'
  | 'refused'
  | 'other-region'
  | 'silent'
