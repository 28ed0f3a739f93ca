/** Whether a name's newest version is a removal. */
export type Listed = { readonly name: string; readonly isTakenAway: boolean }

/** All that the adapters ask of a bucket in which objects are only added. */
export type Objects = {
  /** Puts what must not be there yet, and says what stands there: this, or what was there before it. */
  readonly putNew: (bucket: string, name: string, text: string) => Promise<string>
  readonly get: (bucket: string, name: string) => Promise<string | undefined>
  /** The first names that begin so, in the order of text, each once, with those that were taken away; a thousand at most. */
  readonly list: (bucket: string, prefix: string, most: number) => Promise<readonly Listed[]>
}
