import { randomUUID } from 'node:crypto'
import * as z from 'zod'
import { routes } from '../shared/config/routes.ts'
import { keysOf } from '../shared/kernel/keys-of.ts'
import {
  type BodyOf,
  type Call,
  type CallName,
  type HeaderOfSomeCall,
  type ItemOf,
  type KeyedCall,
  optionOfHeader,
  type PagedCall,
  type Reply,
} from './operations.ts'
import { problemOf } from './problem.ts'
import { type Asked, type System, signedIn } from './signed-in.ts'
import type { World } from './transport.ts'

type Calls = { readonly [Name in CallName]: Call<Name> }

/** Every call of the API by its name, and all items of a list that comes by pages. */
export type Hub = Calls & {
  readonly all: <Name extends PagedCall>(
    name: Name,
    ...sent: Parameters<Call<Name>>
  ) => AsyncGenerator<ItemOf<Name>, void, void>
}

/** As the contracts have it; one that is lacking here, or too many, does not compile. */
const keyed = {
  submitConcern: true,
  withdrawConcern: true,
  changeConsent: true,
  reportEngagement: true,
  challengeAnswer: true,
} as const satisfies Record<KeyedCall, true>

/** Without a key, and yet the same twice as once: nothing is kept of them but that somebody asked, or what is sent again is known. */
const alike: ReadonlySet<CallName> = new Set([
  'previewConcern',
  'searchPeople',
  'exportAuditEntries',
  'loadRegister',
  'checkRegisterImport',
  'applyRegisterImport',
  'searchRegister',
])

/** What is sent to a call, as all calls have it. */
type Given = {
  readonly query?: Readonly<Record<string, unknown>> | undefined
  readonly body?: unknown
  readonly signal?: AbortSignal | undefined
} & Readonly<Record<string, unknown>>

const headersIn = (given: Given): Readonly<Record<string, string>> => {
  const names: Readonly<Record<HeaderOfSomeCall, string>> = optionOfHeader
  return Object.fromEntries(
    keysOf(names).flatMap((header) => {
      const said = given[names[header]]
      return said === undefined ? [] : [[header, String(said)]]
    }),
  )
}

/** @throws TypeError where it would lead to another path than the one that was meant */
const segmentOf = (id: unknown): string => {
  if (typeof id !== 'string' || /^\.{0,2}$/.test(id)) throw new TypeError('id: an id of the hub')
  return encodeURIComponent(id)
}

const pathOf = (template: string, given: Given): string => {
  const path = template.replace(/\{(\w+)\}/g, (_whole, name: string) => segmentOf(given[name]))
  const asked = new URLSearchParams()
  for (const [name, value] of Object.entries(given.query ?? {}))
    if (value !== undefined) asked.append(name, String(value))
  return asked.size === 0 ? path : `${path}?${asked}`
}

/** One call as it is sent, to be sent again as it is. */
const askedOf = (name: CallName, sent: Given): Asked => {
  const { method, path } = routes[name]
  const given = name in keyed ? { key: randomUUID(), ...sent } : sent
  return {
    method,
    path: pathOf(path, given),
    headers: headersIn(given),
    body: given.body,
    isSafe: method !== 'POST' || name in keyed || alike.has(name) || given['etag'] !== undefined,
    signal: given.signal,
  }
}

const pageSchema = z.object({
  items: z.array(z.unknown()),
  links: z.object({ next: z.string().optional() }),
})

/** What a link to the next page asks, beside its path. */
const queryIn = (link: string): Given['query'] =>
  Object.fromEntries(new URL(link, 'https://hub.example').searchParams)

/**
 * A hub, as one client of it.
 * @throws HubProblem where the hub refuses (VersionConflict where the record changed), HubUnreachable where none answers
 */
export const hubClient = (system: System, world?: World): Hub => {
  const { ask } = signedIn(system, world)
  const call = async <Name extends CallName>(name: Name, sent: Given): Promise<Reply<Name>> => {
    const answer = await ask(askedOf(name, sent))
    if (answer.status >= 300) throw problemOf(answer)
    return {
      status: answer.status,
      // The hub holds what it answers to the description of which the type is made.
      body: answer.body as BodyOf<Name>,
      etag: answer.headers.get('etag') ?? undefined,
      isReplayed: answer.headers.get('idempotency-replayed') === 'true',
    }
  }
  const all: Hub['all'] = async function* <Name extends PagedCall>(
    name: Name,
    ...[sent = {}]: readonly (Given | undefined)[]
  ): AsyncGenerator<ItemOf<Name>, void, void> {
    for (let query = sent.query; ; ) {
      const { body } = await call(name, { ...sent, query })
      const { items, links } = pageSchema.parse(body)
      yield* items as readonly ItemOf<Name>[]
      if (links.next === undefined) return
      query = queryIn(links.next)
    }
  }
  const calls = keysOf(routes)
    .filter((name) => name !== 'issueToken')
    .map((name) => [name, (sent: Given = {}) => call(name satisfies CallName, sent)] as const)
  return { ...(Object.fromEntries(calls) as object as Calls), all }
}
