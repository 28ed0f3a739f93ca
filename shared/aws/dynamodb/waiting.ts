import * as z from 'zod'
import { authorityCodeSchema } from '../../agencies/authorities.ts'
import type { SweepDeps, Waiting } from '../../casework/sweep.ts'
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
import { waitingForAgain, waitingForAssessment, waitingForExpiry } from './concern-rows.ts'
import { waitingForConsent } from './consent-changes.ts'
import { waitingForHousehold } from './household-rows.ts'
import { waitingForIndex, waitingForRekey } from './register-rows.ts'
import { waitingForReview } from './reviews.ts'
import { waitingForSilence } from './silences.ts'
import type { Key, Store } from './store.ts'
import { waitingForUnagreed } from './unagreed.ts'
import { waitingForWithdrawal } from './withdrawals.ts'

/** How many of a kind one sweep takes on: more than will ever be unreadable at once, so that those cannot stop the rest. */
const mostPerSweep = 500

const partitions = {
  assessment: waitingForAssessment,
  relay: waitingForRelay,
  consent: waitingForConsent,
  withdrawal: waitingForWithdrawal,
  digest: waitingForDigest,
  review: waitingForReview,
  expiry: waitingForExpiry,
  again: waitingForAgain,
  unagreed: waitingForUnagreed,
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
const keySchema = z.object({ pk: z.string(), sk: z.string() })

/** Whose record a partition of the register is. */
const personIn = (pk: string): { readonly of: 'child' | 'adult'; readonly id: string } =>
  pk.startsWith('CHILD#')
    ? { of: 'child', id: childIdSchema.parse(pk.slice('CHILD#'.length)) }
    : { of: 'adult', id: adultIdSchema.parse(pk.slice('ADULT#'.length)) }

const waitingOf = (kind: Exclude<Waiting['kind'], 'digest'>, { pk, sk }: Key): Waiting => {
  const [, id, version, to] = pk.split('#')
  switch (kind) {
    case 'assessment':
    case 'expiry':
      return { kind, concernId: concernIdSchema.parse(id) }
    case 'consent':
      return {
        kind,
        concernId: concernIdSchema.parse(id),
        changeId: sk.slice('CONSENT#'.length),
      }
    case 'withdrawal':
      return {
        kind,
        concernId: concernIdSchema.parse(id),
        changeId: sk.slice('WITHDRAWAL#'.length),
      }
    case 'relay':
      return {
        kind,
        ...messageKeySchema.parse({ recordId: id, recordVersion: Number(version), to }),
      }
    case 'unagreed':
      return { kind, day: id ?? '' }
    case 'again':
      return {
        kind,
        concernId: concernIdSchema.parse(id),
        because: concernIdSchema.parse(sk.slice('AGAIN#'.length)),
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

/** Messages that wait for the day's digest, those of each authority together, as many as one digest may list. */
const digestsOf = (pks: readonly string[]): Waiting[] => {
  const messages = pks.map((pk) => {
    const [, authority, id, version] = pk.split('#')
    return {
      authority: authorityCodeSchema.parse(authority),
      recordId: alertIdSchema.parse(id),
      recordVersion: Number(version),
    }
  })
  return [...Map.groupBy(messages, ({ authority }) => authority)].flatMap(([authority, alerts]) =>
    Array.from({ length: Math.ceil(alerts.length / mostInDigest) }, (_, at) => ({
      kind: 'digest' as const,
      authority,
      alerts: alerts.slice(at * mostInDigest, (at + 1) * mostInDigest),
    })),
  )
}

/** Reads the index of what waits; a row is seen there a moment after it was written, which the next sweep makes good. */
export const listWaitingIn =
  (store: Store, casework: string): SweepDeps['listWaiting'] =>
  async (kind, until) => {
    const { rows } = await store.query({
      table: casework,
      index: 'waiting',
      partition: { field: 'waitingFor', value: partitions[kind] },
      range: { kind: 'before', field: 'waitingUntil', end: until.toISOString() },
      limit: mostPerSweep,
    })
    const keys = rows.map((row) => keySchema.parse(row))
    return kind === 'digest'
      ? digestsOf(keys.map(({ pk }) => pk))
      : keys.map((key) => waitingOf(kind, key))
  }
