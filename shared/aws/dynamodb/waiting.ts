import * as z from 'zod'
import { authorityCodeSchema } from '../../agencies/authorities.ts'
import type { SweepDeps, Waiting } from '../../casework/sweep.ts'
import { alertIdSchema } from '../../kernel/ids.ts'
import { mostInDigest } from '../../outbox/digest-event.ts'
import { waitingForDigest } from './alert-rows.ts'
import type { Store } from './store.ts'
import { waitingKinds, waitingOf } from './waiting-kinds.ts'

/** How many of a kind one sweep takes on: more than will ever be unreadable at once, so that those cannot stop the rest. */
const mostPerSweep = 500

const keySchema = z.object({ pk: z.string(), sk: z.string() })

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
      partition: {
        field: 'waitingFor',
        value: kind === 'digest' ? waitingForDigest : waitingKinds[kind].partition,
      },
      range: { kind: 'before', field: 'waitingUntil', end: until.toISOString() },
      limit: mostPerSweep,
    })
    const keys = rows.map((row) => keySchema.parse(row))
    return kind === 'digest'
      ? digestsOf(keys.map(({ pk }) => pk))
      : keys.map((key) => waitingOf(kind, key))
  }
