import { northmoor, westmarch } from '../world/callers.ts'
import type { Caller } from '../world/tokens.ts'
import type { Reply, Request } from './caller.ts'
import type { ActorDeps } from './sender.ts'

type Steps = 'acknowledgeAlert' | 'recordOutcome' | 'giveFeedback'
const steps: readonly { readonly route: Steps; readonly body?: unknown }[] = [
  { route: 'acknowledgeAlert' },
  { route: 'recordOutcome', body: { outcome: 'ASSESSMENT_S17' } },
  {
    route: 'giveFeedback',
    body: { lines: [{ kind: 'FACT', text: 'A social worker will visit.' }] },
  },
]

const callerOf = (queue: string): Caller =>
  queue.endsWith(northmoor.authority ?? '') ? northmoor : westmarch
const versionIn = (reply: Reply): string | undefined => {
  if (reply.kind !== 'answered' || reply.status !== 200) return undefined
  const tag = reply.headers['ETag']
  return typeof tag === 'string' ? tag : undefined
}

/** Social workers of the authorities: each opens what their queue tells of, and answers some of it as far as they get. */
export const createWorkers = ({ scheduler, random, chaos, calls, history }: ActorDeps) => {
  const open = async (alertId: string, caller: Caller): Promise<Reply> => {
    const end = history.begin('read', alertId)
    const sent = { id: alertId, headers: { 'Hub-Practitioner': 'SW-1' } }
    const reply = await calls.insist({ route: 'readAlert', caller, sent })
    end(
      reply.kind === 'answered' ? 'ok' : 'info',
      reply.kind === 'answered' ? { status: reply.status } : {},
    )
    return reply
  }
  const answer = async (request: Request, alertId: string): Promise<void> => {
    const end = history.begin('answer', alertId)
    const reply = await calls.insist(request)
    end(
      reply.kind === 'answered' && reply.status < 300 ? 'ok' : 'fail',
      reply.kind === 'answered' ? { status: reply.status } : {},
    )
  }
  const opened = new Set<string>()
  const go = async (
    { route, body }: (typeof steps)[number],
    { alertId, caller }: { readonly alertId: string; readonly caller: Caller },
  ): Promise<void> => {
    await scheduler.sleep(random.between(0, 20_000))
    const version = versionIn(await open(alertId, caller))
    if (version === undefined) return
    const headers = { 'If-Match': version, 'Hub-Practitioner': 'SW-1' }
    const sent = { id: alertId, headers, ...(body !== undefined && { body }) }
    const other = caller === westmarch ? northmoor : westmarch
    if (chaos.happens('F29', 15)) await answer({ route, caller: other, sent }, `foreign ${alertId}`)
    await answer({ route, caller, sent }, alertId)
  }
  return {
    opened,
    take: async (queue: string, alertId: string): Promise<void> => {
      if (opened.has(alertId) || random.chance(0.7)) return
      opened.add(alertId)
      const caller = callerOf(queue)
      const far = random.between(0, steps.length)
      for (const step of steps.slice(0, far)) await go(step, { alertId, caller })
    },
  }
}
