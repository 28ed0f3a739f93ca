import * as z from 'zod'
import type { Directory } from '../../agencies/directory.ts'
import { holdingQueue } from '../../agencies/holder.ts'
import { toldByNow } from '../../alerts/answers/told-by-now.ts'
import { bounds } from '../../casework/bounds.ts'
import type { Overdue } from '../../casework/overdue.ts'
import { nameOf } from '../../casework/quarantined.ts'
import { harmLevels } from '../../codes/harm-levels.ts'
import { urgencies, urgencyOf } from '../../codes/response-times.ts'
import { sideBySide } from '../../kernel/side-by-side.ts'
import { inboxOf } from './alert-rows.ts'
import { waitingShards } from './audit-rows.ts'
import { emergencyInboxOf } from './emergency-access.ts'
import { listPastBoundIn } from './past-bound.ts'
import { readQuarantineIn } from './quarantine.ts'
import { reviewsInboxOf } from './reviews.ts'
import { queryToEnd, type Row, type Store } from './store.ts'

type Ground = {
  readonly store: Store
  readonly tables: Readonly<Record<'intake' | 'casework', string>> & {
    /** Without it nothing is said of entries. */
    readonly auditEntries?: string | undefined
  }
  readonly now: Date
}

/** Lists asked at once. */
const atOnce = 20

const alertSchema = z.object({
  alertId: z.string(),
  harm: z.enum(harmLevels),
  dueAt: z.string(),
  authority: z.string(),
  state: z.string(),
})
const reviewSchema = z.object({
  reviewId: z.string(),
  urgency: z.enum(urgencies),
  dueAt: z.string(),
  asked: z.string(),
})
const accessSchema = z.object({ pk: z.string(), dueAt: z.string(), state: z.string() })

type Read = (row: Row) => Omit<Overdue, 'holder'> | undefined

const alertIn =
  (now: Date): Read =>
  (row) => {
    const { data } = alertSchema.safeParse(row)
    return (
      data && {
        urgency: urgencyOf(data.harm),
        since: data.dueAt,
        what: data.state === 'RAISED' ? 'an alert to be acknowledged' : 'an alert to be answered',
        ids: { alertId: data.alertId },
        owner: toldByNow(data, now),
      }
    )
  }

const reviewIn: Read = (row) => {
  const { data } = reviewSchema.safeParse(row)
  return (
    data && {
      urgency: data.urgency,
      since: data.dueAt,
      what: 'a review to be decided',
      ids: { reviewId: data.reviewId },
      owner: data.asked === 'authority' ? 'authority-lead' : data.asked,
    }
  )
}

const accessIn: Read = (row) => {
  const { data } = accessSchema.safeParse(row)
  return (
    data && {
      urgency: 'routine',
      since: data.dueAt,
      what:
        data.state === 'ASKED'
          ? 'an emergency access to be approved'
          : 'an emergency access to be reviewed',
      ids: { accessId: data.pk.split('#')[1] ?? '' },
      owner: 'authority-lead',
    }
  )
}

/** Every list in which something may stand that a person owes, with how its lines are read. */
const listsOf = (
  { authorities, agencies, unreadable = [] }: Directory,
  now: Date,
): readonly { readonly holder: string; readonly list: string; readonly read: Read }[] => {
  const known = (kind: 'authority' | 'agency'): string[] =>
    unreadable.flatMap((one) => (one.kind === kind ? [one.id] : []))
  const codes = [...authorities.map(({ code }) => code), ...known('authority'), holdingQueue]
  const keys = [...agencies.map(({ key }) => key), ...known('agency')]
  const both = [false, true]
  return [
    ...codes.flatMap((holder) => [
      ...both.map((ofLead) => ({
        holder,
        list: inboxOf(holder, { isOpen: true, ofLead }),
        read: alertIn(now),
      })),
      ...both.map((ofLead) => ({
        holder,
        list: reviewsInboxOf({ authority: holder as never }, { isOpen: true, ofLead }),
        read: reviewIn,
      })),
      { holder, list: emergencyInboxOf(holder, true), read: accessIn },
    ]),
    ...keys.map((holder) => ({
      holder,
      list: reviewsInboxOf({ agency: holder }, { isOpen: true, ofLead: false }),
      read: reviewIn,
    })),
  ]
}

const linesOf = ({ store, tables }: Ground, list: string): Promise<readonly Row[]> =>
  queryToEnd(store, {
    table: tables.casework,
    index: 'inbox',
    partition: { field: 'inbox', value: list },
  })

const owedByPeople = async (ground: Ground, directory: Directory): Promise<readonly Overdue[]> => {
  const found: Overdue[] = []
  await sideBySide(listsOf(directory, ground.now), atOnce, async ({ holder, list, read }) => {
    for (const row of await linesOf(ground, list)) {
      const line = read(row)
      if (line !== undefined && Date.parse(line.since) <= ground.now.getTime())
        found.push({ ...line, holder })
    }
  })
  return found
}

const owedByHub = async ({ store, tables, now }: Ground): Promise<readonly Overdue[]> => {
  const aside = (await readQuarantineIn(store, tables.casework)()).filter(
    ({ heldSince }) => heldSince !== undefined,
  )
  const past = await listPastBoundIn(store, tables)(now, new Set(aside.map(nameOf)))
  return [
    ...aside.map(({ urgency, heldSince = '', kind, ids, quarantineId, owner, authority }) => ({
      urgency,
      since: heldSince,
      what: `stands aside: ${kind}`,
      ids: { quarantineId, ...ids },
      owner,
      holder: authority,
    })),
    ...past.map(({ kind, ids, urgency, since }) => ({
      urgency,
      since,
      what: bounds[kind].what,
      ids,
      owner: bounds[kind].owner,
    })),
  ]
}

const quarterOfAnHour = 15 * 60_000

/** The oldest entry of each shard that should have been sealed long ago. */
const unsealed = async ({ store, tables, now }: Ground): Promise<readonly Overdue[]> => {
  const table = tables.auditEntries
  if (table === undefined) return []
  const firsts = await Promise.all(
    waitingShards.map(async (shard) => {
      const { rows } = await store.query({
        table,
        partition: { field: 'pk', value: shard },
        limit: 1,
      })
      return rows.map(({ sk }) => String(sk).split('#'))
    }),
  )
  return firsts.flat().flatMap(([since = '', entryId = '']) =>
    Date.parse(since) + quarterOfAnHour > now.getTime()
      ? []
      : [
          {
            urgency: 'routine',
            since,
            what: 'an audit entry to be sealed',
            ids: { entryId },
            owner: 'operator',
          },
        ],
  )
}

/** Everything that is past its bound or its due time, of the hub's and of people's: by indexes alone, so nothing that anybody wrote is read. */
export const listOverdueIn = async (
  ground: Ground,
  directory: Directory,
): Promise<readonly Overdue[]> =>
  (await Promise.all([owedByHub(ground), owedByPeople(ground, directory), unsealed(ground)])).flat()
