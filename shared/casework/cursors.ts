/** Where a page ended, as the store says it: opaque to everybody else. */
export type Position = Readonly<Record<string, unknown>>

/** Page cursors: opaque, signed, and good only for the caller and the question (`context`) they were made for. */
export type Cursors = {
  readonly seal: (position: unknown, context: string) => Promise<string>
  /** @throws HubError request-invalid when it was not made for this context */
  readonly open: (cursor: string, context: string) => Promise<Position>
}
