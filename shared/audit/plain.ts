/** What a verifier asks of values that it reads, without a library: whoever reads the verifier reads all of it. */

export type Fields = Readonly<Record<string, unknown>>

export const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

export const isText = (value: unknown): value is string => typeof value === 'string' && value !== ''

export const isCount = (value: unknown): value is number =>
  typeof value === 'number' && Number.isSafeInteger(value) && value >= 0

/** Whether it is a list of such. */
export const isListOf = <Item>(
  value: unknown,
  isItem: (item: unknown) => item is Item,
): value is readonly Item[] => Array.isArray(value) && value.every(isItem)

/** SHA-256. */
export const isHash = (value: unknown): value is Uint8Array =>
  value instanceof Uint8Array && value.length === 32
