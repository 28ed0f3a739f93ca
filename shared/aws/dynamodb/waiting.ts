import * as z from 'zod'
import { authorityCodeSchema } from '../../agencies/authorities.ts'
import type { LeftOver, SweepDeps, Waiting } from '../../casework/sweep.ts'
import { challengeLevels } from '../../codes/challenge-levels.ts'
import {
  adultIdSchema,
  alertIdSchema,
  childIdSchema,
  concernIdSchema,
  reviewIdSchema,
} from '../../kernel/ids.ts'
import { mostInDigest } from '../../outbox/digest-event.ts'
import { outboxMessageSchema } from '../../outbox/outbox-message.ts'
import { waitingForAnswer, waitingForDigest, waitingForRelay } from './alert-rows.ts'
import { waitingForAssessment, waitingForExpiry } from './concern-rows.ts'
import { waitingForConsent } from './consent-changes.ts'
import { waitingForHousehold } from './household-rows.ts'
import { waitingForLeftOver } from './left-over.ts'
import { waitingForIndex, waitingForRekey } from './register-rows.ts'
import { waitingForReview } from './reviews.ts'
import { waitingForSilence } from './silences.ts'
import type { Key, Store } from './store.ts'

/** How many of a kind one sweep takes on: more than will ever be unreadable at once, so that those cannot stop the rest. */
const mostPerSweep = 500

const partitions = {
  assessment: waitingForAssessment,
  'left-over': waitingForLeftOver,
  relay: waitingForRelay,
  consent: waitingForConsent,
  digest: waitingForDigest,
  review: waitingForReview,
  expiry: waitingForExpiry,
  answer: waitingForAnswer,
  silence: waitingForSilence,
  household: waitingForHousehold,
  index: waitingForIndex,
  rekey: waitingForRekey,
} as const satisfies Record<Waiting['kind'], string>

const messageKeySchema = outboxMessageSchema.pick({
  recordId: true,
  recordVersion: true,
  to: true,
})
const leftOverSchema = z.object({
  concernId: concernIdSchema,
  number: z.int(),
  part: z.int(),
})
const keySchema = z.object({ pk: z.string(), sk: z.string() })

/** Whose record a partition of the register is. */
const personIn = (pk: string): { readonly of: 'child' | 'adult'; readonly id: string } =>
  pk.startsWith('CHILD#')
    ? { of: 'child', id: childIdSchema.parse(pk.slice('CHILD#'.length)) }
    : { of: 'adult', id: adultIdSchema.parse(pk.slice('ADULT#'.length)) }

const leftOverIn = (concernId: string | undefined, sk: string): LeftOver => {
  const [, number, part] = sk.split('#')
  const of = { concernId, number: Number(number), part: Number(part) }
  return leftOverSchema.parse(of)
}

const waitingOf = (kind: Exclude<Waiting['kind'], 'digest'>, { pk, sk }: Key): Waiting => {
  const [, id, version, to] = pk.split('#')
  switch (kind) {
    case 'assessment':
    case 'expiry':
      return { kind, concernId: concernIdSchema.parse(id) }
    case 'left-over':
      return { kind, ...leftOverIn(id, sk) }
    case 'consent':
      return {
        kind,
        concernId: concernIdSchema.parse(id),
        changeId: sk.slice('CONSENT#'.length),
      }
    case 'relay':
      return {
        kind,
        ...messageKeySchema.parse({ recordId: id, recordVersion: Number(version), to }),
      }
    case 'review':
      return { kind, reviewId: reviewIdSchema.parse(id) }
    case 'answer':
      return { kind, alertId: alertIdSchema.parse(id) }
    case 'silence':
      return {
        kind,
        concernId: concernIdSchema.parse(id),
        level: z.enum(challengeLevels).parse(sk.slice('SILENCE#'.length)),
      }
    case 'household':
      return { kind, ...personIn(pk), version: Number(sk.slice('HOUSEHOLD#'.length)) }
    case 'index':
      return {
        kind,
        ...personIn(pk.slice('REGISTER#'.length)),
        attempt: sk.slice('INDEX#'.length),
      }
    case 'rekey':
      return {
        kind,
        adultId: adultIdSchema.parse(personIn(pk.slice('REGISTER#'.length)).id),
        version: Number(sk.slice('REKEY#'.length)),
      }
  }
}

const digestKeySchema = z.object({
  authority: authorityCodeSchema,
  recordId: alertIdSchema,
  recordVersion: z.coerce.number(),
})

const waitsForDigest = ({ pk }: Key): z.infer<typeof digestKeySchema> => {
  const [, authority, recordId, recordVersion] = pk.split('#')
  return digestKeySchema.parse({ authority, recordId, recordVersion })
}

/** Messages that wait for the day's digest, those of each authority together, as many as one digest may list. */
const digestsOf = (messages: readonly z.infer<typeof digestKeySchema>[]): Waiting[] =>
  [...Map.groupBy(messages, ({ authority }) => authority)].flatMap(([authority, alerts]) =>
    Array.from({ length: Math.ceil(alerts.length / mostInDigest) }, (_, at) => ({
      kind: 'digest' as const,
      authority,
      alerts: alerts.slice(at * mostInDigest, (at + 1) * mostInDigest),
    })),
  )

/**
 * Reads the index of what waits; a row is seen there a moment after it was written, which the next sweep makes good. A
 * row whose key this code does not know is told to `onUnreadable` and stops no other.
 */
export const listWaitingIn =
  (
    store: Store,
    casework: string,
    onUnreadable: (kind: Waiting['kind'], error: unknown) => void,
  ): SweepDeps['listWaiting'] =>
  async (kind, until) => {
    const { rows } = await store.query({
      table: casework,
      index: 'waiting',
      partition: { field: 'waitingFor', value: partitions[kind] },
      range: { kind: 'before', field: 'waitingUntil', end: until.toISOString() },
      limit: mostPerSweep,
    })
    const readEach = <Read>(read: (key: Key) => Read): Read[] =>
      rows.flatMap((row) => {
        try {
          return [read(keySchema.parse(row))]
        } catch (error) {
          onUnreadable(kind, error)
          return []
        }
      })
    return kind === 'digest'
      ? digestsOf(readEach(waitsForDigest))
      : readEach((key) => waitingOf(kind, key))
  }
