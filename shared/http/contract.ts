import type * as z from 'zod'
import type { Action } from '../agencies/access.ts'
import type { By } from '../agencies/recorder-of.ts'
import type { AnswerHeader } from './answer-headers.ts'

/** One answer a route may give; `schema` absent means no body. What leaves passes through it, so nothing extra can. */
export type Answer = {
  /** By which several routes share it in the API's description. */
  readonly id?: string
  readonly description: string
  readonly schema?: z.ZodType
  readonly headers?: readonly AnswerHeader[]
}

/** What a route takes and gives. `action` absent: open to everybody. Header names are lower case. */
export type Contract = {
  readonly summary: string
  readonly action?: Action
  /** Whether a social worker's work id must be known; where it is not needed it is taken down all the same. */
  readonly needsPractitioner?: true
  readonly params?: z.ZodType
  readonly query?: z.ZodType
  readonly headers?: z.ZodType
  readonly body?: z.ZodType
  /** The endpoint reads the body itself, as it was sent: the schema describes it and does not refuse it. */
  readonly isBodyReadLater?: true
  /** The body is a form of a service: what it left empty was not sent. */
  readonly isForm?: true
  readonly mediaType?: 'application/json' | 'application/x-www-form-urlencoded'
  /** How faults found before the handler are worded: RFC 9457 unless the protocol has words of its own. */
  readonly faults?: 'oauth'
  /** A query parameter that, set to true, sends the caller to another route beside this one, before anything is read. */
  readonly elsewhere?: { readonly when: string; readonly path: string }
  readonly answers: Readonly<Record<number, Answer>>
}

type Parsed<Schema> = Schema extends z.ZodType ? z.infer<Schema> : undefined

/** A contract that somebody must be allowed to use, and one that is open to everybody. */
export type GuardedContract = Contract & { readonly action: Action }
export type PublicContract = Contract & { readonly action?: undefined }

/** What was sent, after everything about it has been checked. */
export type Sent<C extends Contract> = {
  readonly params: Parsed<C['params']>
  readonly query: Parsed<C['query']>
  readonly headers: Parsed<C['headers']>
  readonly body: C['isBodyReadLater'] extends true ? unknown : Parsed<C['body']>
  /** SHA-256 of the body's bytes as received, hex; empty where the contract has no body. */
  readonly bodyHash: string
}

/** One request of a caller who may take the contract's action. */
export type Call<C extends GuardedContract> = Sent<C> & {
  readonly by: By
  /** Over the client's quota: the endpoint goes on only with what is of H3 or H4. */
  readonly isOver: boolean
}

export type Reply = {
  readonly status: number
  readonly body?: unknown
  readonly headers?: Readonly<Record<string, string>>
}
