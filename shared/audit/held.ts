import type { Stands } from './object-versions.ts'

/** What whoever verifies holds of the log already: its name, its keys, and checkpoints that it showed them before. */
export type Held = {
  readonly origin: string
  readonly publicKeys: readonly Buffer[]
  readonly notes: readonly string[]
  /** What their own clock says. Without one no entry is at its end, and one that is gone is missing. */
  readonly now?: Date
  /** In which version records stand, as whoever verifies knows from whoever holds them. */
  readonly stands?: Stands
}
