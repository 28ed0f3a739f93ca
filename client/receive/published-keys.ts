import * as z from 'zod'
import { routes } from '../../shared/config/routes.ts'
import type { Clock } from '../../shared/kernel/clock.ts'
import { problemOf } from '../problem.ts'
import { addressOf, type Limits, realWorld, transportTo, type World } from '../transport.ts'

const keysSchema = z.object({ keys: z.array(z.looseObject({ kid: z.string() })) })
const ed25519Schema = z.object({ kty: z.literal('OKP'), crv: z.literal('Ed25519'), x: z.string() })

/** The keys by which the hub signs what it delivers, `x` of each by its name. */
export type PublishedKeys = {
  /** Those known; read anew where the one of this name is not among them, or none is. */
  readonly ofDelivery: (kid?: string) => Promise<ReadonlyMap<string, string>>
}

/** An unknown name makes them read anew once in this time, so that nobody can make us ask all day long. */
const freshMilliseconds = 60_000

/** What a hub publishes at its address. @throws HubProblem, HubUnreachable */
export const keysAt = (hub: string, limits: Limits = {}, world: World = realWorld) => {
  const send = transportTo(addressOf(hub), limits, world)
  const { method, path } = routes.publishKeys
  return async (): Promise<unknown> => {
    const answer = await send(async () => ({ method, path, headers: {} }), { isSafe: true })
    if (answer.status !== 200) throw problemOf(answer)
    return answer.body
  }
}

/** Keys as the hub publishes them at an address. */
export const publishedKeys = (read: () => Promise<unknown>, now: Clock): PublishedKeys => {
  let held: { readonly keys: ReadonlyMap<string, string>; readonly at: number } | undefined
  const readAnew = async () => {
    const { keys } = keysSchema.parse(await read())
    const found = keys.flatMap(({ kid, ...jwk }): [string, string][] => {
      const key = ed25519Schema.safeParse(jwk).data
      return key === undefined ? [] : [[kid, key.x]]
    })
    held = { keys: new Map(found), at: now().getTime() }
    return held
  }
  return {
    ofDelivery: async (kid) => {
      const known = held ?? (await readAnew())
      const isEnough = kid === undefined || known.keys.has(kid)
      if (isEnough || now().getTime() - known.at < freshMilliseconds) return known.keys
      return (await readAnew()).keys
    },
  }
}
