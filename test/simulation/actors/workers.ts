import type { Alert } from '../../../shared/alerts/alert.ts'
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

const sentBy = (id: string) => ({ id, headers: { 'Hub-Practitioner': 'SW-1' } })

/** Social workers of the authorities: each opens what their queue tells of, and answers some of it as far as they get. */
export const createWorkers = ({ scheduler, random, chaos, calls, history }: ActorDeps) => {
  const open = async (alertId: string, caller: Caller): Promise<Reply> => {
    const end = history.begin('read', alertId)
    const reply = await calls.insist({ route: 'readAlert', caller, sent: sentBy(alertId) })
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
  type Step = (typeof steps)[number]
  type Place = { readonly alertId: string; readonly caller: Caller }
  const requestOf = (
    { route, body }: Step,
    { alertId, caller, version }: Place & { readonly version: string },
  ): Request => {
    const headers = { 'If-Match': version, 'Hub-Practitioner': 'SW-1' }
    return { route, caller, sent: { id: alertId, headers, ...(body !== undefined && { body }) } }
  }
  const go = async (step: Step, { alertId, caller }: Place): Promise<void> => {
    // Some answer when the sender has long been told that somebody took it up.
    await scheduler.sleep(random.between(0, random.chance(0.2) ? 180_000 : 20_000))
    const version = versionIn(await open(alertId, caller))
    if (version === undefined) return
    const request = requestOf(step, { alertId, caller, version })
    // A colleague has the same page open: of the two one is heard.
    if (random.chance(0.25)) void calls.ask(request)
    const other = caller === westmarch ? northmoor : westmarch
    if (chaos.happens('F29', 15)) await answer({ ...request, caller: other }, `foreign ${alertId}`)
    await answer(request, alertId)
  }
  return {
    opened,
    /** Goes through all that is owed on an alert at once, as far as that is taken. */
    finish: async ({ alertId, authority }: Pick<Alert, 'alertId' | 'authority'>): Promise<void> => {
      const caller = callerOf(authority)
      for (const step of steps) {
        const reply = await calls.insist({ route: 'readAlert', caller, sent: sentBy(alertId) })
        const version = versionIn(reply)
        if (version === undefined) return
        await calls.ask(requestOf(step, { alertId, caller, version }))
      }
    },
    take: async (queue: string, alertId: string): Promise<void> => {
      if (opened.has(alertId) || random.chance(0.7)) return
      opened.add(alertId)
      const caller = callerOf(queue)
      const far = random.between(0, steps.length)
      for (const step of steps.slice(0, far)) await go(step, { alertId, caller })
    },
  }
}
