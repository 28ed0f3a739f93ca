import type { Context } from 'aws-lambda'
import { stage } from '../../infra/stages/local.ts'
import { environmentOf } from '../../local/environment-of.ts'
import { createInMemoryKeys, keyIds } from '../../local/in-memory/keys.ts'
import { nothingDelivered } from '../../local/in-memory/nothing-delivered.ts'
import { createInMemoryObjects } from '../../local/in-memory/objects.ts'
import { scanInMemory } from '../../local/in-memory/scan.ts'
import { createInMemoryStore } from '../../local/in-memory/store.ts'
import { hashesOfFiller } from '../../local/index-key.ts'
import { wiredHub } from '../../local/wired-hub.ts'
import { tables as definitions, forEachTable } from '../../shared/aws/dynamodb/tables.ts'
import { newId } from '../../shared/aws/new-id.ts'
import type { FunctionName } from '../../shared/config/functions.ts'
import { routes } from '../../shared/config/routes.ts'
import { partsOf, sweeperParts } from '../../shared/config/sweepers.ts'
import { tracedShare } from '../../shared/config/traced-share.ts'
import type { Log } from '../../shared/logging/logger.ts'
import { createMeter, type Touch } from './meter.ts'
import { meteredClients } from './metered-clients.ts'
import { createStreamsInTime } from './streams-in-time.ts'

export const tables = forEachTable((name) => name)
export const address = 'https://hub.example/v1'

const context = { getRemainingTimeInMillis: () => 60_000 } as Context

const minute = 60_000

/** What Powertools and CloudWatch add to a line, and a line of the gateway's own log. */
const lineBytes = { around: 26 + 150, gateway: 290 } as const

/** The hub's functions over tables in memory, whose streams collect by this clock. */
const meteredFunctions = (now: () => Date, onTouch?: (touch: Touch) => void) => {
  const meter = createMeter(onTouch)
  const streams = createStreamsInTime(() => now().getTime())
  const store = createInMemoryStore(definitions, streams.onWrite)
  const keys = createInMemoryKeys()
  const log: Log = (level, event, fields) =>
    meter.add('logBytes', JSON.stringify({ level, event, ...fields }).length + lineBytes.around)
  const scan = scanInMemory(store.rows)
  const objects = createInMemoryObjects()
  const inMemory = { store, scan, keys, publish: async () => {}, objects, ...nothingDelivered }
  const clients = meteredClients(inMemory, meter, definitions)
  const environment = environmentOf({ address, tables, keys: keyIds, trial: stage.trial })
  const functions = wiredHub(() => clients, environment, { now, newId, log })
  const deliver = (): Promise<void> =>
    streams.deliver((name, event) => meter.invoke<unknown>(name, () => functions[name](event)))
  return { meter, streams, store, keys, functions, deliver }
}

/** Every function of the hub as it is deployed, over tables in memory, in simulated time and on a meter. */
export const pricedHub = (start: Date, onTouch?: (touch: Touch) => void) => {
  let time = start.getTime()
  let nextMinute = time + minute
  const now = (): Date => new Date(time)
  const { meter, streams, store, keys, functions, deliver } = meteredFunctions(now, onTouch)
  const index = { store, keys, table: tables.register, wrappingKey: keyIds.index, now }
  return {
    store,
    meter,
    now,
    hashKeys: hashesOfFiller(index),
    /** A request through the gateway, and all that follows from it at once. */
    call: async (route: keyof typeof routes, event: unknown) => {
      const name: FunctionName = routes[route].function
      const result: unknown = await meter.invoke(name, async () => {
        meter.add('gatewayRequests', 1)
        // What a stream or the clock wakes is not traced.
        meter.add('traces', tracedShare)
        meter.add('logBytes', lineBytes.gateway)
        return functions[name](event as never, context)
      })
      await deliver()
      return result
    },
    /** Lets time pass, with what streams and the clock wake in it. */
    advance: async (milliseconds: number): Promise<void> => {
      const end = time + milliseconds
      while (Math.min(nextMinute, streams.next()) <= end) {
        time = Math.max(time, Math.min(nextMinute, streams.next()))
        if (nextMinute <= time) {
          nextMinute += minute
          for (const part of partsOf(sweeperParts['watch-clocks']))
            await meter.invoke<unknown>('watch-clocks, every minute', () =>
              functions['watch-clocks'](part),
            )
          await meter.invoke<unknown>('seal-audit, every minute', functions['seal-audit'])
        }
        await deliver()
      }
      time = end
    },
  }
}
export type PricedHub = ReturnType<typeof pricedHub>
