/** What whoever verifies holds of the log already: its name, its keys, and checkpoints that it showed them before. */
export type Held = {
  readonly origin: string
  readonly publicKeys: readonly Buffer[]
  readonly notes: readonly string[]
}
