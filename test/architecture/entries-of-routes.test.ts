import { beforeAll, describe, expect, it } from 'vitest'
import { createInMemoryKeys, keyIds } from '../../local/in-memory/keys.ts'
import { createInMemoryStore } from '../../local/in-memory/store.ts'
import type { Store } from '../../shared/aws/dynamodb/store.ts'
import { tables as definitions, forEachTable } from '../../shared/aws/dynamodb/tables.ts'
import { environments } from '../../shared/config/environment.ts'
import { routes } from '../../shared/config/routes.ts'
import { contracts } from '../../shared/http/contracts/contracts.ts'
import { HubError } from '../../shared/kernel/hub-error.ts'
import { keysOf } from '../../shared/kernel/keys-of.ts'
import { auditor } from '../builders/clients.ts'
import { auditEntries } from '../builders/hub-calls.ts'
import {
  type GuardedRoute,
  type Ids,
  peopled,
  sceneEvent,
  scenes,
} from '../builders/scenes-of-routes.ts'
import { startTestHub, type TestHub } from '../fakes/test-hub.ts'

const tables = forEachTable((name) => name)

/** A hub whose audit entries can be made to find no room, and that tells which calls were made of its tables and keys. */
const aHub = async () => {
  const inner = createInMemoryStore(definitions)
  const keys = createInMemoryKeys()
  const calls: string[] = []
  let isFull = false
  const store: Store = {
    get: (table, key) => {
      calls.push(`get ${table}`)
      return inner.get(table, key)
    },
    batch: (wanted) => {
      calls.push(`batch ${Object.keys(wanted).join(' ')}`)
      return inner.batch(wanted)
    },
    query: (query) => {
      calls.push(`query ${query.table}`)
      return inner.query(query)
    },
    update: (table, change) => {
      calls.push(`update ${table}`)
      return inner.update(table, change)
    },
    transact: (actions) => {
      calls.push(`transact ${actions.map(({ table }) => table).join(' ')}`)
      if (isFull && actions.some(({ table }) => table === tables.auditEntries))
        throw new HubError('store-busy', 'no room for an entry')
      return inner.transact(actions)
    },
  }
  const counting = {
    ...keys,
    mac: (...input: Parameters<typeof keys.mac>) => {
      calls.push('mac')
      return keys.mac(...input)
    },
  }
  const rows = async (table: string) => inner.rows(table)
  const hub = await startTestHub({ store, keys: counting, keyIds, tables, rows })
  const ids = await peopled(hub)
  const fill = (full: boolean): void => {
    isFull = full
  }
  return { hub, ids, calls, fill }
}

const guarded = keysOf(scenes)

it('every route that asks for a token has its scene, and no other', () => {
  const asking = keysOf(routes).filter((route) => 'action' in contracts[route])
  expect([...guarded].toSorted()).toEqual(asking.toSorted())
})

describe('every guarded route', () => {
  let at: Awaited<ReturnType<typeof aHub>>
  beforeAll(async () => {
    at = await aHub()
  })
  const entriesOf = async (hub: TestHub, requestId: string) =>
    (await auditEntries(hub)).filter((entry) => entry.requestId === requestId)

  it.each(guarded)(
    '%s gives nothing where its entry finds no room, and one entry otherwise',
    async (route) => {
      const { hub, ids, fill } = at
      const { api, action, caller } = scenes[route]
      const ask = async (requestId: string) =>
        hub.call(api, (await sceneEvent(hub, ids, { route, requestId })).event)
      fill(true)
      const without = await ask(`without-${route}`)
      fill(false)
      expect([without.status, Object.keys(without.body as object)]).toEqual([
        503,
        expect.arrayContaining(['type', 'status']),
      ])
      const reply = await ask(`answered-${route}`)
      expect([route, reply.status, reply.status < 300 ? '' : reply.body]).toEqual([
        route,
        expect.toSatisfy((status: number) => status >= 200 && status < 300),
        '',
      ])
      const entries = await entriesOf(hub, `answered-${route}`)
      expect(entries.filter((entry) => entry.action === action)).toMatchObject([
        {
          outcome: 'DONE',
          actor: caller.clientId,
          practitioner: `w-${caller.clientId}`,
          vouchedBy: 'CLIENT',
          gatewayId: `gateway-answered-${route}`,
        },
      ])
      expect(new Set(entries.map(({ gatewayId }) => gatewayId)).size).toBe(1)
    },
  )
})

it('no entry of any of them holds a word, a name, a day of birth or an address of anybody', async () => {
  const { hub, ids } = await aHub()
  for (const route of guarded) {
    const { api } = scenes[route]
    await hub.call(api, (await sceneEvent(hub, ids, { route, requestId: `all-${route}` })).event)
  }
  await hub.settle()
  const text = JSON.stringify(await auditEntries(hub))
  const words =
    /Marta|Quillfeather|Wilma|Sorrel|Yarrow|Odo\b|1991-04-17|2019-02-03|Tannery|WM1 ?\d[A-Z]{2}\b|01632|heroin|opiates|sister|social worker|Ines|same name/i
  expect(words.exec(text)).toBeNull()
  expect(text).toContain('"caseReference":"case-7"')
})

/** An id of the same form of which there is nothing. */
const nothingLike = (named: string): string =>
  named.includes('.') ? `${named}-X` : `${named.slice(0, -4)}0000`

describe('what is somebody else’s and what is not there', () => {
  let at: { readonly ids: Ids } & Awaited<ReturnType<typeof aHub>>
  beforeAll(async () => {
    at = await aHub()
  })
  const named = guarded.filter((route) => scenes[route].stranger !== undefined)

  it('is asked for by every route whose path names a record that stands', () => {
    const naming = keysOf(routes).filter((route) => routes[route].path.includes('{id}'))
    // A report of use is named by its day, a load by its content: everybody has their own.
    const own: readonly string[] = ['putChild', 'putAdult', 'tickFinding', 'readRegisterLoad']
    const isAnybodys = (route: GuardedRoute): boolean => scenes[route].caller === auditor
    const owned = guarded.filter((route) => naming.includes(route) && !isAnybodys(route))
    expect(owned.filter((route) => !own.includes(route)).toSorted()).toEqual(named.toSorted())
    for (const route of naming)
      expect(environments[routes[route].function].shape).toHaveProperty('CURSOR_KEY')
  })

  const asking = async (route: GuardedRoute, instead?: string) => {
    const { hub, ids, calls } = at
    // What is held for a minute is read again.
    hub.advance(61_000)
    const { api, stranger } = scenes[route]
    const requestId = `refused-${route}`
    const scene = await sceneEvent(hub, ids, {
      route,
      requestId,
      caller: stranger,
      ...(instead !== undefined && { instead }),
    })
    const before = await auditEntries(hub)
    calls.length = 0
    const reply = await hub.call(api, scene.event)
    const made = [...calls]
    const entries = (await auditEntries(hub))
      .filter(({ entryId }) => !before.some((one) => one.entryId === entryId))
      .toSorted((one, other) => (one.part ?? 1) - (other.part ?? 1))
    return { reply, made, entries, named: scene.named ?? '' }
  }

  it.each(named)(
    'is the same to whoever calls %s, byte by byte and step by step',
    async (route) => {
      const theirs = await asking(route)
      const nowhere = await asking(route, nothingLike(theirs.named))
      expect(theirs.reply.status).toBe(404)
      expect(nowhere.reply).toEqual(theirs.reply)
      expect(nowhere.made).toEqual(theirs.made)
      const { stranger } = scenes[route]
      const refusal = { action: 'ACCESS_REFUSED', outcome: 'REFUSED', actor: stranger?.clientId }
      const kind = { kind: expect.any(String) as string }
      expect(theirs.entries[0]).toMatchObject({
        ...refusal,
        subjects: [stranger?.clientId, theirs.named],
        askedFor: { ...kind, id: theirs.named },
      })
      // What a request names beside its path has entries of its own.
      expect(theirs.entries.slice(1).every(({ part }) => part !== undefined)).toBe(true)
      expect(nowhere.entries).toHaveLength(theirs.entries.length)
      expect(nowhere.entries[0]).toMatchObject({ ...refusal, askedFor: kind })
      expect(nowhere.entries[0]?.askedFor?.keyed).toMatch(/^[\w-]{43}$/)
      expect(JSON.stringify(nowhere.entries)).not.toContain(nothingLike(theirs.named))
    },
  )
})
