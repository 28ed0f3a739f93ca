/** What whoever verifies holds of the log already: its name, its key, and checkpoints that it showed them before. */
export type Held = {
  readonly origin: string
  readonly publicKey: Buffer
  readonly notes: readonly string[]
}
