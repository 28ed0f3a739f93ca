/**
 * Every fault the hub knows by name. Codes are stable: they are the last part of the problem `type` that callers see.
 * Business outcomes (a replay, no match, a withheld alert) are not errors; they are returned.
 */
export type HubErrorCode =
  | 'request-malformed'
  | 'request-invalid'
  | 'request-too-large'
  | 'media-type-unsupported'
  | 'idempotency-key-reused'
  | 'token-missing'
  | 'token-invalid'
  | 'not-permitted'
  | 'not-found'
  | 'method-not-allowed'
  | 'state-conflict'
  | 'version-missing'
  | 'version-mismatch'
  | 'quota-exceeded'
  | 'store-busy'
  | 'key-unavailable'
  | 'row-unreadable'
  | 'internal'

/** Where in the request the fault lies and what is expected there; never the value that was sent. */
export type FieldFault = { readonly pointer: string; readonly detail: string }

/**
 * The one error class. `message` may reach a log or a caller, so it holds ids at most: no name, date, address or token.
 */
export class HubError extends Error {
  readonly code: HubErrorCode
  readonly faults: readonly FieldFault[]
  /** After how many seconds the same may be tried again, where that is known. */
  readonly retryAfter: number | undefined

  constructor(
    code: HubErrorCode,
    message: string,
    options?: {
      readonly cause?: unknown
      readonly faults?: readonly FieldFault[]
      readonly retryAfter?: number
    },
  ) {
    super(message, options?.cause === undefined ? undefined : { cause: options.cause })
    this.name = 'HubError'
    this.code = code
    this.faults = options?.faults ?? []
    this.retryAfter = options?.retryAfter
  }
}
