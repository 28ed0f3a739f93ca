import type { AlertContent } from '../../shared/alerts/content/alert-content.ts'
import type { aChild } from '../builders/a-child.ts'
import type { aConcern } from '../builders/a-concern.ts'
import type { ListedAlert } from '../builders/hub-calls.ts'
import type { codes, senders, told } from './clients.ts'

export type Sender = keyof typeof senders
export type Reader = keyof typeof told
export type Council = keyof typeof codes
export type Child = Parameters<typeof aChild>[0]
export type Concern = Parameters<typeof aConcern>[0]

/** What came back for something that was sent. */
export type Reply = { readonly status: number; readonly body: Readonly<Record<string, unknown>> }

/** An alert as somebody reads it. */
export type AlertSeen = {
  readonly alertId: string
  readonly version: number
  readonly harm: string
  readonly kind: string
  readonly urgency?: string
  readonly dueAt: string
  readonly raisedAt: string
  readonly content: AlertContent
  readonly furtherNotices?: readonly { readonly content: AlertContent }[]
}

export type Listed = ListedAlert

/** A hub on which a case from practice is played: in this process, or deployed. */
export type Stage = {
  /** Records a child with its adults on a council's register. */
  readonly record: (council: Council, id: string, child: Child) => Promise<void>
  /** Sends a concern, and waits until the hub has dealt with it. */
  readonly send: (sender: Sender, concern: Concern) => Promise<Reply & { readonly id: string }>
  readonly follow: (sender: Sender, concernId: string) => Promise<Reply>
  readonly challenge: (sender: Sender, concernId: string, body: unknown) => Promise<Reply>
  /** The alerts of this concern that a reader has, the newest last. */
  readonly alerts: (reader: Reader, concernId: string) => Promise<readonly AlertSeen[]>
  /** What a reader's list of open alerts holds, whichever concern it is of. */
  readonly inbox: (reader: Reader) => Promise<readonly Listed[]>
  readonly answer: (
    reader: Reader,
    alertId: string,
    answer: { readonly step: 'acknowledgement' | 'outcome' | 'feedback'; readonly body?: unknown },
  ) => Promise<Reply>
  readonly chronology: (reader: Reader, childId: string) => Promise<Reply>
  readonly reviews: (reader: Reader | 'drugsLead' | 'charityLead') => Promise<readonly Review[]>
  readonly decide: (
    reader: Reader | 'drugsLead' | 'charityLead',
    reviewId: string,
    body: unknown,
  ) => Promise<Reply>
  /** Messages that have left for a queue, oldest first. */
  readonly messages: (queue: string) => Promise<readonly Message[]>
  /** Lets time pass, where the stage can; what is due in it is done on the way. */
  readonly wait?: (span: { readonly hours?: number; readonly days?: number }) => Promise<void>
}

export type Review = {
  readonly reviewId: string
  readonly version: number
  readonly kind: string
  readonly asked: string
  readonly dueAt: string
}

export type Message = {
  readonly type: string
  readonly subject: string
  readonly data: Readonly<Record<string, unknown>>
}
