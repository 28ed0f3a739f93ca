import * as z from 'zod'
import { authorityCodeSchema } from '../../agencies/authorities.ts'
import type { SweepDeps, Waiting } from '../../casework/sweep.ts'
import { adultIdSchema, alertIdSchema } from '../../kernel/ids.ts'
import { mostInDigest } from '../../outbox/digest-event.ts'
import { mostInReport } from '../../outbox/elsewhere-event.ts'
import { waitingForDigest } from './alert-rows.ts'
import { chunksOf } from './chunks-of.ts'
import { waitingForElsewhere } from './elsewhere.ts'
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
    chunksOf(alerts, mostInDigest).map((chunk) => ({
      kind: 'digest' as const,
      authority,
      alerts: chunk,
    })),
  )
}

/** Records that wait for the day's report, those of each authority together, as many as one report may list. */
const reportsOf = (pks: readonly string[]): Waiting[] => {
  const records = pks.map((pk) => {
    const [, authority, adultId] = pk.split('#')
    return {
      authority: authorityCodeSchema.parse(authority),
      adultId: adultIdSchema.parse(adultId),
    }
  })
  return [...Map.groupBy(records, ({ authority }) => authority)].flatMap(([authority, own]) =>
    chunksOf(own, mostInReport).map((chunk) => ({
      kind: 'elsewhere' as const,
      authority,
      adultIds: chunk.map(({ adultId }) => adultId),
    })),
  )
}

/** What waits together with others of its authority: where, and how it is put together. */
const together = {
  digest: { partition: waitingForDigest, read: digestsOf },
  elsewhere: { partition: waitingForElsewhere, read: reportsOf },
} as const

const isTogether = (kind: Waiting['kind']): kind is keyof typeof together => kind in together

/** Reads the index of what waits; a row is seen there a moment after it was written, which the next sweep makes good. */
export const listWaitingIn =
  (store: Store, casework: string): SweepDeps['listWaiting'] =>
  async (kind, until) => {
    const { partition } = isTogether(kind) ? together[kind] : waitingKinds[kind]
    const { rows } = await store.query({
      table: casework,
      index: 'waiting',
      partition: { field: 'waitingFor', value: partition },
      range: { kind: 'before', field: 'waitingUntil', end: until.toISOString() },
      limit: mostPerSweep,
    })
    const keys = rows.map((row) => keySchema.parse(row))
    return isTogether(kind)
      ? together[kind].read(keys.map(({ pk }) => pk))
      : keys.map((key) => waitingOf(kind, key))
  }
