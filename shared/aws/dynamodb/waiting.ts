import * as z from 'zod'
import { authorityCodeSchema } from '../../agencies/authorities.ts'
import type { SweepDeps, Waiting } from '../../casework/sweep.ts'
import { alertIdSchema, childIdSchema, concernIdSchema } from '../../kernel/ids.ts'
import { mostInDigest } from '../../outbox/digest-event.ts'
import { waitingForAnswer, waitingForDigest, waitingForRelay } from './alert-rows.ts'
import { waitingForAssessment, waitingForDecision } from './concern-rows.ts'
import { waitingForConsent } from './consent-changes.ts'
import { waitingForHousehold } from './household-rows.ts'
import type { Key, Store } from './store.ts'
import { waitingForWithdrawal } from './withdrawals.ts'

/** How many of a kind one sweep takes on: more than will ever be unreadable at once, so that those cannot stop the rest. */
const mostPerSweep = 500

const partitions = {
  assessment: waitingForAssessment,
  relay: waitingForRelay,
  consent: waitingForConsent,
  withdrawal: waitingForWithdrawal,
  digest: waitingForDigest,
  decision: waitingForDecision,
  answer: waitingForAnswer,
  household: waitingForHousehold,
} as const satisfies Record<Waiting['kind'], string>

const keySchema = z.object({ pk: z.string(), sk: z.string() })

const waitingOf = (kind: Exclude<Waiting['kind'], 'digest'>, { pk, sk }: Key): Waiting => {
  const [, id, version] = pk.split('#')
  switch (kind) {
    case 'assessment':
    case 'decision':
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
      return { kind, alertId: alertIdSchema.parse(id), alertVersion: Number(version) }
    case 'answer':
      return { kind, alertId: alertIdSchema.parse(id) }
    case 'household':
      return {
        kind,
        childId: childIdSchema.parse(id),
        version: Number(sk.slice('HOUSEHOLD#'.length)),
      }
  }
}

/** Messages that wait for the day's digest, those of each authority together, as many as one digest may list. */
const digestsOf = (pks: readonly string[]): Waiting[] => {
  const messages = pks.map((pk) => {
    const [, authority, id, version] = pk.split('#')
    return {
      authority: authorityCodeSchema.parse(authority),
      alertId: alertIdSchema.parse(id),
      alertVersion: Number(version),
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
