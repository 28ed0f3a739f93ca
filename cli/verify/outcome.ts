/** What verifying one thing came to; several are put together by {@link together}. */
export type Outcome = {
  /** What was checked and is so, in sentences. */
  readonly checked: readonly string[]
  readonly faults: readonly Fault[]
  /** What nobody can tell from what was given. */
  readonly untold: readonly string[]
  /** What was asked for and could not be verified. */
  readonly unread: readonly string[]
}

export type Fault = {
  /** The kind of it, for programs. */
  readonly what: string
  readonly sentence: string
  /** Of the leaf, or the size. */
  readonly index?: number
  readonly place?: string
  readonly entryId?: string
  /** Signed notes that contradict each other, whole. */
  readonly evidence?: readonly string[]
}

export const fault = (what: string, sentence: string, more: Partial<Fault> = {}): Fault => ({
  what,
  sentence,
  ...more,
})

export const nothing: Outcome = { checked: [], faults: [], untold: [], unread: [] }

export const together = (outcomes: readonly Outcome[]): Outcome => ({
  checked: outcomes.flatMap(({ checked }) => checked),
  faults: outcomes.flatMap(({ faults }) => faults),
  untold: [...new Set(outcomes.flatMap(({ untold }) => untold))],
  unread: outcomes.flatMap(({ unread }) => unread),
})

/** 0: it holds. 1: it does not. 2: it could not be verified. */
export const exitCodeOf = ({ checked, faults, unread }: Outcome): 0 | 1 | 2 => {
  if (faults.length > 0) return 1
  // What looked at nothing holds nothing.
  return unread.length > 0 || checked.length === 0 ? 2 : 0
}
