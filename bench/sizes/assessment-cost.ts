import { createInMemoryStore } from '../../local/in-memory/store.ts'
import { seeksOf } from '../../shared/assessing/seeks-of.ts'
import { put } from '../../shared/aws/dynamodb/actions.ts'
import { concernRow } from '../../shared/aws/dynamodb/concern-rows.ts'
import { indexKey } from '../../shared/aws/dynamodb/keys.ts'
import { recordRow } from '../../shared/aws/dynamodb/register-rows.ts'
import type { KeyedRow, Store } from '../../shared/aws/dynamodb/store.ts'
import { tables as definitions } from '../../shared/aws/dynamodb/tables.ts'
import { newId } from '../../shared/aws/new-id.ts'
import { assessConcern } from '../../shared/casework/assess-concern.ts'
import { assessDepsOver, tables } from './assess-deps.ts'
import { concernAbout } from './concern-about.ts'
import { type Cost, countingStore } from './counting-store.ts'
import { hashOf } from './hash-of.ts'
import type { Answer } from './measure-queries.ts'
import { placeOf } from './register-ids.ts'
import { registeredFamilyAt } from './registered-family.ts'
import type { AssessmentCost } from './size-result.ts'
import { seed } from './subjects.ts'

const now = new Date('2026-11-27T10:00:30Z')
const mostActions = 100

const putAll = async (
  store: Store,
  table: string,
  rows: ReadonlyMap<string, KeyedRow>,
): Promise<void> => {
  const all = [...rows.values()]
  for (let at = 0; at < all.length; at += mostActions)
    await store.transact(all.slice(at, at + mostActions).map((row) => put(table, row)))
}

/** All that the register holds of whoever these queries read: records, and their entries in the index. */
const rowsOf = async (answers: readonly Answer[]): Promise<ReadonlyMap<string, KeyedRow>> => {
  const rows = new Map<string, KeyedRow>()
  const keep = (row: KeyedRow): void => void rows.set(`${row.pk} ${row.sk}`, row)
  for (const { key, ids } of answers.flatMap(({ reading }) => reading.blocks))
    for (const id of ids) keep({ ...indexKey(hashOf(key), 'adult', id), entry: { id } })
  const places = new Set(answers.flatMap(({ reading }) => reading.ids.map(placeOf)))
  for (const place of places)
    for (const change of await registeredFamilyAt(seed, place)) {
      keep(recordRow(change))
      for (const hash of change.newKeys)
        keep({ ...indexKey(hash, change.kind, change.id), entry: { id: change.id } })
    }
  return rows
}

/** What the assessment of one concern that names all these people asks of the tables, by the hub's own calls. */
export const assessmentCost = async (answers: readonly Answer[]): Promise<AssessmentCost> => {
  const inMemory = createInMemoryStore(definitions)
  await putAll(inMemory, tables.register, await rowsOf(answers))
  const people = answers.map(({ subject }) => subject.facts)
  const stored = concernAbout(people, newId(now))
  await inMemory.transact([put(tables.casework, concernRow(stored))])
  const { store, cost } = countingStore(inMemory)
  const deps = assessDepsOver(store, now)
  let candidates = 0
  const gather: typeof deps.gather = async (seeks, modelVersion) => {
    const gathered = await deps.gather(seeks, modelVersion)
    candidates = gathered.adults.length + gathered.children.length
    return gathered
  }
  await assessConcern({ concernId: stored.concernId, fresh: stored }, { ...deps, gather })
  const lookups = new Set(seeksOf(stored).flatMap(({ keys }) => keys.map(hashOf))).size
  return { people: people.length, lookups, candidates, ...cost() }
}

/** The most of each, over several concerns. */
export const mostOf = (costs: readonly AssessmentCost[]): AssessmentCost => {
  const most = (field: keyof (Cost & AssessmentCost)): number =>
    Math.max(...costs.map((each) => each[field]))
  return {
    people: most('people'),
    lookups: most('lookups'),
    candidates: most('candidates'),
    roundTrips: most('roundTrips'),
    readUnits: most('readUnits'),
    writeUnits: most('writeUnits'),
  }
}
