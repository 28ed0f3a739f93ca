import * as z from 'zod'
import type { AuthorityCode } from '../../agencies/authorities.ts'
import { partOfDigest } from '../../casework/open-quarantine.ts'
import { nameOf, type Subject, subjectOf, subjectOfKey } from '../../casework/quarantined.ts'
import { isListed, type Waiting, type WaitingPlace } from '../../casework/waiting.ts'
import type { ListWaiting } from '../../casework/waiting-listing.ts'
import { HubError } from '../../kernel/hub-error.ts'
import { adultIdSchema, alertIdSchema } from '../../kernel/ids.ts'
import { mostInDigest } from '../../outbox/digest-event.ts'
import { mostInReport } from '../../outbox/elsewhere-event.ts'
import { waitingForDigest } from './alert-rows.ts'
import { chunksOf } from './chunks-of.ts'
import { waitingForElsewhere } from './elsewhere.ts'
import { ifReadable } from './rows/if-readable.ts'
import type { Key, Row, Store } from './store.ts'
import { waitingKinds, waitingOf } from './waiting-kinds.ts'
import { waitingPartition } from './waiting-place.ts'

/** Rows of a page: as long as these take, what presses more may wait. */
const mostInPage = 50
/** Of what leaves together, as many as may be one message. */
const mostTogether = 500

/** As it was written, whatever its form: an authority may be of a kind that a newer release serves. */
const writtenAuthority = z.custom<AuthorityCode>((value) => typeof value === 'string')

const keySchema = z.object({ pk: z.string(), sk: z.string() })
const digestKeySchema = z.object({
  authority: writtenAuthority,
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

const reportKeySchema = z.object({ authority: writtenAuthority, adultId: adultIdSchema })

const waitsForReport = ({ pk }: Key): z.infer<typeof reportKeySchema> => {
  const [, authority, adultId] = pk.split('#')
  return reportKeySchema.parse({ authority, adultId })
}

/** Records that wait for the day's report, those of each authority together, as many as one report may list. */
const reportsOf = (records: readonly z.infer<typeof reportKeySchema>[]): Waiting[] =>
  [...Map.groupBy(records, ({ authority }) => authority)].flatMap(([authority, own]) =>
    chunksOf(own, mostInReport).map((chunk) => ({
      kind: 'elsewhere' as const,
      authority,
      adultIds: chunk.map(({ adultId }) => adultId),
    })),
  )

/** Where rows of a kind wait. */
export const placeOf = ({
  kind,
  spread,
}: WaitingPlace): { readonly table: 'intake' | 'casework'; readonly partition: string } => {
  if (kind === 'digest') return { table: 'casework', partition: waitingForDigest }
  if (kind === 'elsewhere') return { table: 'casework', partition: waitingForElsewhere }
  if (isListed(kind))
    throw new HubError('internal', `${kind} waits in no index: it is listed by what has ended`)
  const { table, partition } = waitingKinds[kind]
  return {
    table,
    partition:
      spread === undefined ? partition : waitingPartition(partition, spread.urgency, spread.shard),
  }
}

const waitingAmong = (
  kind: Waiting['kind'],
  readEach: <Read>(read: (key: Key) => Read) => readonly Read[],
): readonly Waiting[] => {
  if (kind === 'digest') return digestsOf(readEach(waitsForDigest))
  if (kind === 'elsewhere') return reportsOf(readEach(waitsForReport))
  if (isListed(kind)) return []
  return readEach((key) => waitingOf(kind, key))
}

/** What a row that waits is about, by ids; by its key, where that says nothing that is known here. */
export const subjectOfRow = (kind: Waiting['kind'], row: Row): Subject => {
  const key = keySchema.parse(row)
  const subject = ifReadable(() => {
    if (kind === 'digest') return partOfDigest(waitsForDigest(key).authority, waitsForDigest(key))
    if (kind === 'elsewhere' || isListed(kind)) return subjectOfKey({ kind }, key)
    return subjectOf(waitingOf(kind, key))
  })
  return subject ?? subjectOfKey({ kind }, key)
}

/** By what a row that waits stands aside. */
export const nameOfRow = (kind: Waiting['kind'], row: Row): string =>
  nameOf(subjectOfRow(kind, row))

/**
 * Reads the indexes of what waits; a row is seen there a moment after it was written, which the next sweep makes good. A
 * row whose key this code does not know is given apart and stops no other.
 * @throws HubError internal when the kind waits in a table that is not given
 */
export const listWaitingIn =
  (store: Store, tables: { readonly casework: string; readonly intake?: string }): ListWaiting =>
  async (place, { until, after }) => {
    const { kind } = place
    const { table, partition } = placeOf(place)
    const name = tables[table]
    if (name === undefined)
      throw new HubError('internal', `${kind} waits in a table that this function is not told of`)
    const { rows } = await store.query({
      table: name,
      index: 'waiting',
      partition: { field: 'waitingFor', value: partition },
      range: { kind: 'before', field: 'waitingUntil', end: until.toISOString() },
      limit: place.spread === undefined ? mostTogether : mostInPage,
      after,
    })
    const last = rows.at(-1)
    const unreadable: Key[] = []
    const readEach = <Read>(read: (key: Key) => Read): Read[] =>
      rows.flatMap((row) => {
        const key = keySchema.parse(row)
        const found = ifReadable(() => read(key))
        if (found === undefined) unreadable.push(key)
        return found ?? []
      })
    return { waiting: waitingAmong(kind, readEach), unreadable, ...(last && { last }) }
  }
