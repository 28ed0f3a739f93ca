import type { operations } from './hub-api.ts'

/** Every call of the API by its name, but those by which the hub calls you, and the one for a token, which the client makes itself. */
export type CallName = Exclude<keyof operations, `receive${string}` | 'issueToken'>

/** By which name a caller gives what leaves in a header. */
export const optionOfHeader = {
  'hub-practitioner': 'practitioner',
  'hub-case-reference': 'caseReference',
  'hub-purpose': 'purpose',
  'hub-unattended': 'unattended',
  'hub-emergency-access': 'emergencyAccess',
  'idempotency-key': 'key',
  'if-match': 'etag',
} as const
type HeaderNames = typeof optionOfHeader

type Nothing = Record<never, never>
type Parameters<Name extends CallName> = operations[Name]['parameters']
type HeadersOf<Name extends CallName> = [NonNullable<Parameters<Name>['header']>] extends [never]
  ? Nothing
  : NonNullable<Parameters<Name>['header']>
type QueryOf<Name extends CallName> = NonNullable<Parameters<Name>['query']>

/** Every header that some call takes: one that the table above lacks does not compile. */
export type HeaderOfSomeCall = { [Name in CallName]: keyof HeadersOf<Name> }[CallName]

/** Calls that take an Idempotency-Key. */
export type KeyedCall = {
  [Name in CallName]: 'idempotency-key' extends keyof HeadersOf<Name> ? Name : never
}[CallName]

type Options<Headers> = {
  readonly [Name in keyof Headers as Name extends keyof HeaderNames
    ? HeaderNames[Name]
    : never]: Headers[Name]
}

/** The client knows one of its own, and makes the other, where they are left out. */
type Known = 'practitioner' | 'key'
type Loosened<Given> = Omit<Given, Known> & Partial<Pick<Given, Known & keyof Given>>

type Query<Name extends CallName> = [QueryOf<Name>] extends [never]
  ? Nothing
  : Nothing extends QueryOf<Name>
    ? { readonly query?: QueryOf<Name> }
    : { readonly query: QueryOf<Name> }
type Body<Name extends CallName> = operations[Name] extends {
  readonly requestBody: { readonly content: { readonly 'application/json': infer Sent } }
}
  ? { readonly body: Sent }
  : Nothing

/** What a call takes: ids of its path and what its headers say by name, `query`, `body`; `signal` to give it up. */
export type SentTo<Name extends CallName> = Loosened<Options<HeadersOf<Name>>> &
  ([NonNullable<Parameters<Name>['path']>] extends [never]
    ? Nothing
    : NonNullable<Parameters<Name>['path']>) &
  Query<Name> &
  Body<Name> & { readonly signal?: AbortSignal }

type Success = 200 | 201 | 202
type Replies<Name extends CallName> = operations[Name]['responses']

/** What a call answers where nothing went wrong. */
export type BodyOf<Name extends CallName> = {
  [Status in keyof Replies<Name> & Success]: Replies<Name>[Status] extends {
    readonly content: { readonly 'application/json': infer Said }
  }
    ? Said
    : undefined
}[keyof Replies<Name> & Success]

type Page = { readonly items: readonly unknown[]; readonly links: { readonly next?: string } }

/** Calls that answer a page at a time. */
export type PagedCall = {
  [Name in CallName]: BodyOf<Name> extends Page ? Name : never
}[CallName]
export type ItemOf<Name extends PagedCall> =
  BodyOf<Name> extends { readonly items: readonly (infer Item)[] } ? Item : never

export type Reply<Name extends CallName> = {
  readonly status: number
  readonly body: BodyOf<Name>
  /** The version to answer with, of what has one. */
  readonly etag: string | undefined
  /** The hub had it already: this is what it answered then. */
  readonly isReplayed: boolean
}

/** A call without anything that must be said takes no argument. */
export type Call<Name extends CallName> =
  Nothing extends SentTo<Name>
    ? (sent?: SentTo<Name>) => Promise<Reply<Name>>
    : (sent: SentTo<Name>) => Promise<Reply<Name>>
