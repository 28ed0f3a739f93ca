import { westmarch } from '../../infra/stages/local.ts'
import type { AuditAction, AuditEntry } from '../../shared/audit/audit-entry.ts'
import { entryPosition } from '../../shared/audit/entry-position.ts'
import { placesOf } from '../../shared/aws/dynamodb/audit-rows.ts'
import { schemaNumber } from '../../shared/aws/dynamodb/rows/upcast.ts'
import type { Query, QueryPage, Row, Store } from '../../shared/aws/dynamodb/store.ts'
import { present } from '../../shared/kernel/present.ts'
import { uuidV7 } from '../../shared/kernel/uuid-v7.ts'
import { anId } from './a-stored-concern.ts'

const actions: readonly AuditAction[] = [
  'CONCERN_ASSESSED',
  'ALERT_READ',
  'CHRONOLOGY_READ',
  'CONCERN_SUBMITTED',
  'ACCESS_REFUSED',
  'CHILD_READ',
]
/** One entry in some two thousand is of an act that is rare. */
const rareEvery = 1999
/** Eight seconds apart: a million entries are three months. */
const apart = 8_000
const begin = Date.UTC(2026, 7, 1)

/** The entry of a number: who, what and about whom follow from it. */
export const largeEntry = (number: number): AuditEntry => {
  const at = new Date(begin + number * apart)
  const random = new Uint8Array(16).fill((number * 91) % 256)
  new DataView(random.buffer).setUint32(12, (number * 0x9e3779b1) >>> 0)
  const action =
    number % rareEvery === 0
      ? 'RESTRICTION_LIFTED'
      : (actions[number % actions.length] ?? 'ALERT_READ')
  const isHub = action === 'CONCERN_ASSESSED'
  const isRefused = action === 'ACCESS_REFUSED'
  const isInCase = action === 'CHRONOLOGY_READ'
  return {
    entryId: uuidV7(at, random) as AuditEntry['entryId'],
    at: at.toISOString(),
    action,
    outcome: isRefused ? 'REFUSED' : 'DONE',
    actor: isHub ? 'assess-concern' : `client-${number % 300}`,
    ...(!isHub && { practitioner: `sw-${number % 5000}`, agency: `agency-${number % 150}` }),
    ...(!isHub && number % 7 < 3 && { authority: westmarch }),
    ...(isInCase && { purpose: 'safeguarding', caseReference: `case-${number % 10_000}` }),
    ...(isRefused && { askedFor: { kind: 'alert', id: anId(number % 1000) } }),
    subjects: [`${westmarch}.C${number % 20_000}`, anId(number % 1000)],
  }
}

/** As many entries as one asks for, sealed, in every place where they stand; made anew at each reading, so that a million fit. */
export const aLargeLog = (count: number) => {
  const lists = new Map<string, number[]>()
  const add = (place: string, number: number): void => {
    const list = lists.get(place)
    if (list === undefined) lists.set(place, [number])
    else list.push(number)
  }
  for (let number = 0; number < count; number += 1) {
    const { standsUnder, indexFields } = placesOf(largeEntry(number))
    for (const partition of standsUnder) add(`pk ${partition}`, number)
    for (const [index, value] of Object.entries(indexFields)) add(`${index} ${value}`, number)
  }
  let reads = 0
  const query = async (asked: Query): Promise<QueryPage> => {
    reads += 1
    const list = lists.get(`${asked.partition.field} ${asked.partition.value}`) ?? []
    return pageOf(list, asked)
  }
  return {
    store: { query } as Store,
    /** Reads since one asked before. */
    counted: (): number => {
      const made = reads
      reads = 0
      return made
    },
    now: new Date(begin + count * apart),
  }
}

const positionOf = (number: number): string => entryPosition(largeEntry(number))

/** How many of a list stand before a position. */
const countBefore = (list: readonly number[], position: string): number => {
  let [low, high] = [0, list.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if (positionOf(list[middle] ?? 0) < position) low = middle + 1
    else high = middle
  }
  return low
}

/** As DynamoDB pages: rows that a filter drops count to the limit. Newest first. */
const pageOf = (
  list: readonly number[],
  { range, limit = 1000, filter, partition }: Query,
): QueryPage => {
  if (range?.kind !== 'between') throw new Error('every question has its span')
  const from = countBefore(list, range.from)
  const to = countBefore(list, `${range.to}!`)
  const looked = list.slice(Math.max(from, to - limit), to).toReversed()
  const rows = looked.map(largeEntry)
  const last = rows.at(-1)
  const kept = rows.filter((entry) =>
    Object.entries(filter?.equals ?? {}).every(
      ([name, value]) => new Map<string, unknown>(Object.entries(entry)).get(name) === value,
    ),
  )
  const isCut = looked.length === limit && last !== undefined
  return {
    rows: kept.map(
      (entry): Row => ({
        pk: partition.value,
        sk: entryPosition(entry),
        schema: schemaNumber,
        entry: present(entry),
        leafIndex: 0,
      }),
    ),
    next: isCut ? { sk: entryPosition(last) } : undefined,
  }
}
