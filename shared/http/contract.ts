import type * as z from 'zod'
import type { Action, Caller } from '../agencies/access.ts'

/** One answer a route may give; `schema` absent means no body. What leaves passes through it, so nothing extra can. */
type Answer = { readonly description: string; readonly schema?: z.ZodType }

/** What a route takes and gives. `action` absent: open to everybody. Header names are lower case. */
export type Contract = {
  readonly summary: string
  readonly action?: Action
  readonly params?: z.ZodType
  readonly query?: z.ZodType
  readonly headers?: z.ZodType
  readonly body?: z.ZodType
  readonly mediaType?: 'application/json' | 'application/x-www-form-urlencoded'
  /** How faults found before the handler are worded: RFC 9457 unless the protocol has words of its own. */
  readonly faults?: 'oauth'
  /** A query parameter that, set to true, sends the caller to another route beside this one, before anything is read. */
  readonly elsewhere?: { readonly when: string; readonly path: string }
  readonly answers: Readonly<Record<number, Answer>>
}

type Parsed<Schema> = Schema extends z.ZodType ? z.infer<Schema> : undefined

/** One request after everything about it has been checked. */
export type Call<C extends Contract> = {
  readonly caller: C['action'] extends Action ? Caller : undefined
  readonly params: Parsed<C['params']>
  readonly query: Parsed<C['query']>
  readonly headers: Parsed<C['headers']>
  readonly body: Parsed<C['body']>
  readonly requestId: string
  /** SHA-256 of the body's bytes as received, hex. */
  readonly bodyHash: string
}

export type Reply = {
  readonly status: number
  readonly body?: unknown
  readonly headers?: Readonly<Record<string, string>>
}
