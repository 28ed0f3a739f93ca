import type { Random } from '../../../local/people/random.ts'
import type { Chaos } from '../engine/chaos.ts'
import type { Scheduler } from '../engine/scheduler.ts'
import {
  type ConcernInput,
  canary,
  concernAbout,
  consents,
  type Family,
} from '../world/families.ts'
import { senderOf } from '../world/senders.ts'
import type { Calls, Reply, Request } from './caller.ts'
import type { History } from './history.ts'

export type ActorDeps = {
  readonly scheduler: Scheduler
  readonly random: Random
  readonly chaos: Chaos
  readonly calls: Calls
  readonly history: History
}

const concernIdIn = (reply: Reply): string | undefined => {
  if (reply.kind !== 'answered' || reply.status !== 202) return undefined
  return (reply.body as { readonly concernId: string }).concernId
}

const endOf = (reply: Reply): 'ok' | 'fail' | 'info' => {
  if (reply.kind === 'unknown' || reply.status >= 500) return 'info'
  return reply.status < 300 ? 'ok' : 'fail'
}

const statusOf = (reply: Reply) => (reply.kind === 'answered' ? { status: reply.status } : {})

/** What a sender calls another concern that it sends under a key which was used. */
export const reusedAs = 'another'

const mostAtOnce = 6

/** Services that send a concern each, keep the key through every retry, and may think better of it afterwards. */
export const createSenders = (deps: ActorDeps) => {
  const { scheduler, random, chaos, calls, history } = deps
  const submitting = (number: number, body: ConcernInput): Request => ({
    route: 'submitConcern',
    caller: senderOf(number),
    sent: { body, headers: { 'Idempotency-Key': `simulated-concern-${number}` } },
  })
  const submit = async (about: string, request: Request): Promise<string | undefined> => {
    const end = history.begin('submit', about)
    const reply = await calls.insist(request)
    const concernId = concernIdIn(reply)
    end(endOf(reply), { ...statusOf(reply), ...(concernId !== undefined && { concernId }) })
    return concernId
  }
  const change = async (
    kind: 'consent' | 'withdraw',
    { number, concernId }: { readonly number: number; readonly concernId: string },
  ): Promise<void> => {
    const end = history.begin(kind, concernId)
    const key = `simulated-${kind}-${number}-${scheduler.now()}`
    const body =
      kind === 'consent'
        ? random.pick([...consents, { status: 'WITHDRAWN' as const, decidedOn: '2026-11-22' }])
        : { reason: 'SENT_IN_ERROR', words: `Another ${canary}.` }
    const reply = await calls.insist({
      route: kind === 'consent' ? 'changeConsent' : 'withdrawConcern',
      caller: senderOf(number),
      sent: { id: concernId, body, headers: { 'Idempotency-Key': key } },
    })
    end(endOf(reply), { concernId, ...statusOf(reply) })
  }
  /** Some at once, some when others have long read what was sent. */
  const thinkItOver = (): Promise<void> =>
    scheduler.sleep(random.between(0, random.chance(0.5) ? 3000 : 300_000))
  const afterwards = async (number: number, concernId: string): Promise<void> => {
    if (random.chance(0.15)) {
      await thinkItOver()
      await change('consent', { number, concernId })
    }
    if (random.chance(0.1)) {
      await thinkItOver()
      await change('withdraw', { number, concernId })
    }
  }
  return {
    change,
    send: async (number: number, family: Family): Promise<void> => {
      await scheduler.sleep(random.between(0, 120_000))
      const about = String(number)
      const body = concernAbout(family, random)
      const request = submitting(number, { ...body, ownReference: about })
      const copies = chaos.happens('F8', 5) ? random.between(2, mostAtOnce) : 1
      const ids = await Promise.all(Array.from({ length: copies }, () => submit(about, request)))
      if (chaos.happens('F9', 6)) {
        const end = history.begin('reuse', about)
        const reply = await calls.insist(submitting(number, { ...body, ownReference: reusedAs }))
        end(endOf(reply), statusOf(reply))
      }
      const [concernId] = ids
      if (concernId !== undefined) await afterwards(number, concernId)
    },
  }
}
export type Senders = ReturnType<typeof createSenders>
