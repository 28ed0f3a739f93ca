import { describe, expect, it } from 'vitest'
import { eastvale, northmoor, westmarch } from '../../../infra/stages/local.ts'
import type { AssessmentCommit } from '../../../shared/assessing/commit-plan.ts'
import { put } from '../../../shared/aws/dynamodb/actions.ts'
import { commitAssessmentIn } from '../../../shared/aws/dynamodb/commit-assessment.ts'
import { finishLeftOverIn } from '../../../shared/aws/dynamodb/left-over.ts'
import type { Action, Store } from '../../../shared/aws/dynamodb/store.ts'
import { listWaitingIn } from '../../../shared/aws/dynamodb/waiting.ts'
import { newId } from '../../../shared/aws/new-id.ts'
import { placesOf } from '../../../shared/casework/waiting.ts'
import {
  alertIdSchema,
  type ChildId,
  childIdSchema,
  concernIdSchema,
  entryIdSchema,
} from '../../../shared/kernel/ids.ts'
import { mostActions } from '../../../shared/kernel/most-actions.ts'
import { aStoredConcern } from '../../builders/a-stored-concern.ts'
import { now } from '../../builders/ports.ts'
import { assessingInMemory, tables } from './assessing-in-memory.ts'

/** A store that remembers its transactions, and dies before the one of this number. */
const watching = (store: Store, diesBefore = Number.POSITIVE_INFINITY) => {
  const made: (readonly Action[])[] = []
  return {
    made,
    store: {
      ...store,
      transact: async (actions: readonly Action[]) => {
        if (made.length >= diesBefore) throw new Error('died')
        made.push(actions)
        return store.transact(actions)
      },
    },
  }
}

type Hub = ReturnType<typeof assessingInMemory>

/** Children of three authorities, in turn. */
const childrenOf = (count: number): ChildId[] =>
  Array.from({ length: count }, (_, at) =>
    childIdSchema.parse(`${[westmarch, northmoor, eastvale][at % 3]}.C${at}`),
  )

/** What the assessment of a concern about one known child would commit, had its family so many children. */
const aCommit = async (count: number): Promise<{ hub: Hub; commit: AssessmentCommit }> => {
  const hub = assessingInMemory()
  await hub.put('C0')
  const commits: AssessmentCommit[] = []
  await hub.assess(aStoredConcern({}, { incidentOn: '2026-11-20' }), {
    ...hub.depsOver(hub.store),
    commit: (commit) => {
      commits.push(commit)
      return Promise.resolve('committed')
    },
  })
  const [one] = commits
  const [alert] = one?.alerts ?? []
  const [message] = one?.messages ?? []
  const [shown] = one?.shown ?? []
  const [assessed, raised] = one?.entries ?? []
  if (!one || !alert || !message || !shown || !assessed || !raised) throw new Error('too little')
  const all = childrenOf(count)
  const told = ([westmarch, northmoor, eastvale] as const).map((authority) => {
    const alertId = alertIdSchema.parse(newId(now))
    const children = all.filter((id) => id.startsWith(authority))
    const subjects = [alertId, one.concern.concernId, ...children]
    return {
      alert: { ...alert, alertId, authority, children },
      message: { ...message, recordId: alertId },
      entry: { ...raised, entryId: entryIdSchema.parse(newId(now)), subjects },
    }
  })
  const commit: AssessmentCommit = {
    ...one,
    alerts: told.map((each) => each.alert),
    messages: told.map((each) => each.message),
    entries: [assessed, ...told.map((each) => each.entry)],
    shown: all.map((childId) => ({ childId, entry: shown.entry })),
    chronologies: all.map((childId) => ({ childId, version: 1, notifications: [] })),
    unchanged: [],
  }
  return { hub, commit }
}

const rowsOf = ({ store }: Hub, prefix: string) =>
  store.rows(tables.casework).filter(({ sk }) => sk.startsWith(prefix))

describe('the commit of an assessment', () => {
  it('is one transaction for a family of sixteen joined children and three authorities', async () => {
    const { hub, commit } = await aCommit(16)
    const { store, made } = watching(hub.store)
    expect(await commitAssessmentIn(store, tables)(commit)).toBe('committed')
    expect(made).toHaveLength(1)
    // Three of them ask whether what it rests on still stands: what the sender changed, the child, its mother.
    expect(made[0]?.length).toBe(66)
    expect(rowsOf(hub, 'ENTRY#')).toHaveLength(16)
  })

  it.each([40, 60, 160])(
    'of a family of %i writes what finds no room at once after the decision',
    async (count) => {
      const { hub, commit } = await aCommit(count)
      const { store, made } = watching(hub.store)
      expect(await commitAssessmentIn(store, tables)(commit)).toBe('committed')
      expect(made.length).toBeGreaterThan(1)
      expect(Math.max(...made.map(({ length }) => length))).toBeLessThanOrEqual(mostActions)
      for (const prefix of ['CHRONOLOGY', 'ENTRY#', 'ALERT#'])
        expect(rowsOf(hub, prefix)).toHaveLength(count)
      expect(await waitingIn(hub)).toEqual([])
    },
  )

  it('writes protections before it where there are more than any transaction takes', async () => {
    const { hub, commit } = await aCommit(16)
    const { concernId } = commit.concern
    const protections = Array.from({ length: 2_000 }, () => ({
      concernId: concernIdSchema.parse(newId(now)),
      by: concernId,
      until: now,
    }))
    const { store, made } = watching(hub.store)
    expect(await commitAssessmentIn(store, tables)({ ...commit, protections })).toBe('committed')
    expect(made.findIndex((actions) => actions.some(isAlert))).toBe(20)
    expect(rowsOf(hub, 'PROTECTED')).toHaveLength(2_000)
    expect(await waitingIn(hub)).toEqual([])
  })

  it('shows nothing at all where it dies before the decision', async () => {
    const { hub, commit } = await aCommit(160)
    const { store } = watching(hub.store, 1)
    await expect(commitAssessmentIn(store, tables)(commit)).rejects.toThrow('died')
    expect(rowsOf(hub, 'CHRONOLOGY').length).toBeGreaterThan(0)
    expect([...rowsOf(hub, 'ALERT'), ...rowsOf(hub, 'ENTRY#')]).toEqual([])
  })

  it('is finished by the sweep where it dies after the decision, and only once', async () => {
    const { hub: whole, commit } = await aCommit(60)
    const first = watching(whole.store)
    await commitAssessmentIn(first.store, tables)(commit)
    const decisive = first.made.findIndex((actions) => actions.some(isAlert))
    const { hub } = await aCommit(60)
    const { store } = watching(hub.store, decisive + 1)
    expect(await commitAssessmentIn(store, tables)(commit)).toBe('committed')
    expect(rowsOf(hub, 'ALERT').filter(({ sk }) => sk === 'ALERT')).toHaveLength(3)
    const waiting = await waitingIn(hub)
    expect(waiting.length).toBeGreaterThan(0)
    const finish = finishLeftOverIn(hub.store, tables)
    for (const one of waiting) expect(await finish(one)).toBe(true)
    for (const one of waiting) expect(await finish(one)).toBe(false)
    expect(await waitingIn(hub)).toEqual([])
    for (const prefix of ['ENTRY#', 'ALERT#', 'CHRONOLOGY'])
      expect(rowsOf(hub, prefix)).toHaveLength(60)
    const entriesIn = ({ store: kept }: Hub) =>
      kept
        .rows(tables.auditEntries)
        .filter(({ sk }) => commit.entries.some(({ entryId }) => sk.endsWith(entryId)))
    expect(entriesIn(hub)).toHaveLength(entriesIn(whole).length)
  })
})

describe('what a lost hub has left over', () => {
  it('is finished in the tables to which it was restored', async () => {
    const { hub: whole, commit } = await aCommit(60)
    const first = watching(whole.store)
    await commitAssessmentIn(first.store, tables)(commit)
    const { hub } = await aCommit(60)
    const decisive = first.made.findIndex((actions) => actions.some(isAlert))
    await commitAssessmentIn(watching(hub.store, decisive + 1).store, tables)(commit)
    for (const row of rowsOf(hub, 'LEFT_OVER#').filter((one) => 'leftOver' in one)) {
      const leftOver = (row as unknown as { leftOver: { table: string }[] }).leftOver
      const ofLostHub = leftOver.map((one) => ({ ...one, table: `lost-${one.table}` }))
      await hub.store.transact([put(tables.casework, { ...row, leftOver: ofLostHub })])
    }
    const waiting = await waitingIn(hub)
    expect(waiting.length).toBeGreaterThan(0)
    for (const one of waiting) expect(await finishLeftOverIn(hub.store, tables)(one)).toBe(true)
    expect(rowsOf(hub, 'ENTRY#')).toHaveLength(60)
  })
})

const isAlert = (action: Action): boolean =>
  action.kind === 'put' && action.row['alert'] !== undefined

const waitingIn = async ({ store }: Hub) => {
  const list = listWaitingIn(store, tables)
  const until = new Date(now.getTime() + 1)
  const places = placesOf('left-over')
  const pages = await Promise.all(places.map((place) => list(place, { until })))
  return pages.flatMap(({ waiting }) => waiting).filter((one) => one.kind === 'left-over')
}
