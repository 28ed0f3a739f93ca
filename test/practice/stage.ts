import type { AlertContent } from '../../shared/alerts/content/alert-content.ts'
import type { RouteName } from '../../shared/config/routes.ts'
import { aChild } from '../builders/a-child.ts'
import { aConcern } from '../builders/a-concern.ts'
import { type Actor, type Council, councils } from './actors.ts'
import { alertIdsIn, openReviewIdsIn } from './ids-in.ts'

export type Child = Parameters<typeof aChild>[0]
export type Concern = Parameters<typeof aConcern>[0]

export type Reply = {
  readonly status: number
  readonly etag: string
  readonly body: Readonly<Record<string, unknown>>
}
/** The body of a reply, empty where there is none. */
export const bodyIn = (body: unknown): Reply['body'] =>
  typeof body === 'object' && body !== null ? { ...body } : {}

export type Sent = {
  readonly id?: string
  readonly body?: unknown
  readonly headers?: Readonly<Record<string, string>>
}

/** The hub, in this process or deployed. */
export type Transport = {
  readonly call: (actor: Actor, route: RouteName, sent: Sent) => Promise<Reply>
  /** Returns once the hub has dealt with the concern. */
  readonly settle: (concernId: string) => Promise<void>
  /** Lets the hub do what waits, as a while would. */
  readonly linger: () => Promise<void>
  /** Every row of casework. */
  readonly casework: () => Promise<readonly Readonly<Record<string, unknown>>[]>
  /** What the clock alone can show: only where the stage has a clock of its own. */
  readonly clock?: {
    readonly wait: (span: { readonly hours?: number; readonly days?: number }) => Promise<void>
    /** Passes over days at once: what was due in them is done late. */
    readonly skip: (days: number) => Promise<void>
    /** Messages that have left for a queue, oldest first. */
    readonly messages: (queue: string) => readonly Message[]
  }
}

/** An alert as somebody reads it. */
export type AlertSeen = {
  readonly alertId: string
  readonly concernId: string
  readonly version: number
  readonly harm: string
  readonly kind: string
  readonly dueAt: string
  readonly raisedAt: string
  readonly priority: string
  readonly isLeadsOnly: boolean
  readonly content: AlertContent
  readonly furtherNotices?: readonly unknown[]
}
export type Review = {
  readonly reviewId: string
  readonly kind: string
  readonly asked: string
  readonly dueAt: string
}
export type Message = {
  readonly type: string
  readonly data: Readonly<Record<string, unknown>>
}

const who = { 'Hub-Practitioner': 'W-0117' }
const why = { 'Hub-Case-Reference': 'CASE-1', 'Hub-Purpose': 'safeguarding' }

const answers = {
  acknowledgement: 'acknowledgeAlert',
  outcome: 'recordOutcome',
  feedback: 'giveFeedback',
} as const satisfies Record<string, RouteName>

/** What people do in a case, one line each, so that a case reads as what happened. */
export const stageOver = (hub: Transport) => {
  let keys = 0
  const key = (): string => {
    keys += 1
    return `practice-${Date.now()}-${String(keys).padStart(6, '0')}`
  }
  const read = (actor: Actor, id: string): Promise<Reply> =>
    hub.call(actor, 'readAlert', { id, headers: who })
  const post = (actor: Actor, route: RouteName, sent: Sent): Promise<Reply> =>
    hub.call(actor, route, { ...sent, headers: { 'Idempotency-Key': key(), ...sent.headers } })
  return {
    clock: hub.clock,
    /** Records a child with its adults on a council's register. */
    record: async (council: Council, id: string, child: Child): Promise<void> => {
      const { code, register } = councils[council]
      const reply = await hub.call(register, 'putChild', {
        id,
        body: aChild({ authority: code, ...child }),
      })
      if (reply.status !== 200) throw new Error(`not recorded: ${JSON.stringify(reply)}`)
    },
    /** Sends a concern, and waits until the hub has dealt with it. */
    send: async (actor: Actor, concern: Concern): Promise<Reply & { readonly id: string }> => {
      const reply = await post(actor, 'submitConcern', { body: aConcern(concern) })
      const id = String(reply.body['concernId'] ?? '')
      if (reply.status === 202) await hub.settle(id)
      return { ...reply, id }
    },
    withdraw: (actor: Actor, id: string): Promise<Reply> =>
      post(actor, 'withdrawConcern', {
        id,
        body: { reason: 'WRONG_PERSON', words: 'It was her sister whom we meant.' },
      }),
    follow: (actor: Actor, id: string): Promise<Reply> => hub.call(actor, 'followConcern', { id }),
    challenge: (actor: Actor, id: string, body: unknown): Promise<Reply> =>
      post(actor, 'challengeAnswer', { id, body }),
    /** Alerts of the concern that this reader may read, oldest first. */
    alerts: async (actor: Actor, concernId: string): Promise<AlertSeen[]> => {
      const replies = []
      for (const id of alertIdsIn(await hub.casework(), concernId))
        replies.push(await read(actor, id))
      return replies
        .filter(({ status }) => status === 200)
        .map(({ body }) => body as unknown as AlertSeen)
    },
    answer: async (
      actor: Actor,
      alertId: string,
      { step, body }: { readonly step: keyof typeof answers; readonly body?: unknown },
    ): Promise<Reply> => {
      const { etag } = await read(actor, alertId)
      const headers = { ...who, 'If-Match': etag }
      return hub.call(actor, answers[step], { id: alertId, headers, body })
    },
    chronology: (actor: Actor, childId: string): Promise<Reply> =>
      hub.call(actor, 'readChronology', { id: childId, headers: { ...who, ...why } }),
    /** Open reviews of the concern that this reader is asked. */
    reviews: async (actor: Actor, concernId: string): Promise<Review[]> => {
      const replies = []
      for (const id of openReviewIdsIn(await hub.casework(), concernId))
        replies.push(await hub.call(actor, 'readReview', { id, headers: who }))
      return replies
        .filter(({ status }) => status === 200)
        .map(({ body }) => body as unknown as Review)
    },
    decide: async (actor: Actor, id: string, body: unknown): Promise<Reply> => {
      const { etag } = await hub.call(actor, 'readReview', { id, headers: who })
      return hub.call(actor, 'decideReview', { id, headers: { ...who, 'If-Match': etag }, body })
    },
    /** Waits until something holds that the hub does by itself. */
    eventually: async (holds: () => Promise<boolean>): Promise<boolean> => {
      for (let tries = 0; tries < 8; tries += 1) {
        if (await holds()) return true
        await hub.linger()
      }
      return false
    },
  }
}
export type Stage = ReturnType<typeof stageOver>

/** One case from practice, by its name. */
export type Case = {
  readonly name: string
  /** Where it is played with a clock, when it begins: an ISO time. */
  readonly startsAt?: string
  readonly play: (stage: Stage) => Promise<void>
}
