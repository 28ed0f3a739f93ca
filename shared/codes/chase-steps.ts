/** Who may be told that something is overdue. */
export const chased = [
  'inbox',
  'manager',
  'authority-lead',
  'sender-lead',
  'partnership-lead',
] as const
export type Chased = (typeof chased)[number]

/** The ladder of an overdue alert: who is told at each step. The last is told again until somebody owns it. */
export const chaseLadder = [
  ['inbox'],
  ['manager'],
  ['authority-lead', 'sender-lead'],
  ['partnership-lead'],
] as const satisfies readonly (readonly Chased[])[]

/** Who is told at the chase after so many. */
export const toldAfter = (chases: number): readonly Chased[] =>
  chaseLadder[Math.min(chases, chaseLadder.length - 1)] ?? []

/** Whether the whole ladder has been told. */
export const isLadderUsedUp = (chases: number): boolean => chases >= chaseLadder.length
