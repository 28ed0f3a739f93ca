import { createHash } from 'node:crypto'
import { westmarch } from '../../infra/stages/local.ts'
import type { InMemoryStore } from '../../local/in-memory/store.ts'
import { readAdultsIn, readChildrenIn } from '../../shared/aws/dynamodb/register.ts'
import {
  listBetweenIn,
  listLoadsIn,
  readLoadIn,
  saveLoadIn,
} from '../../shared/aws/dynamodb/register-loads.ts'
import type { Store } from '../../shared/aws/dynamodb/store.ts'
import { forEachTable } from '../../shared/aws/dynamodb/tables.ts'
import { type LoadPart, loadChildren } from '../../shared/casework/load-children.ts'
import type { Child } from '../../shared/register/child.ts'
import { registerDepsOf } from './a-register.ts'
import { westmarchRegister } from './clients.ts'
import { byOf } from './ports.ts'

export const tables = forEachTable((name) => name)

export const loadDepsOf = (store: Store) => ({
  ...registerDepsOf(store),
  readChildren: readChildrenIn(store, tables.register),
  readAdults: readAdultsIn(store, tables.register),
  listBetween: listBetweenIn(store, tables.register),
  readLoad: readLoadIn(store, tables.casework),
  saveLoad: saveLoadIn(store, tables),
  listLoads: listLoadsIn(store, tables.casework),
})
export type LoadDeps = ReturnType<typeof loadDepsOf>

export type Told = {
  readonly children: Readonly<Record<string, Child>>
  readonly kept?: readonly string[]
  readonly purged?: readonly string[]
  readonly extent?: 'FULL' | 'DELTA'
  readonly size?: number
  readonly confirmed?: number
  readonly report?: LoadPart['report']
}

const partsOf = (told: Told, step: LoadPart['step']): LoadPart[] => {
  const { children, kept = [], purged = [], extent = 'FULL', size = 2, confirmed, report } = told
  const ids = [...Object.keys(children), ...kept, ...purged].toSorted()
  const digest = createHash('sha256')
    .update(JSON.stringify([children, kept, purged]))
    .digest('hex')
  const shares = Array.from({ length: Math.max(1, Math.ceil(ids.length / size)) }, (_, at) =>
    ids.slice(at * size, (at + 1) * size),
  )
  return shares.map((share, at) => ({
    authority: westmarch,
    digest,
    extent,
    step,
    after: at === 0 ? '' : (shares[at - 1]?.at(-1) ?? ''),
    records: share.flatMap((id) => {
      const child = children[id]
      return child === undefined ? [] : [{ id, child }]
    }),
    kept: share.filter((id) => kept.includes(id)),
    purged: share.filter((id) => purged.includes(id)),
    isLast: at === shares.length - 1,
    confirmed,
    report,
  }))
}

/** Sends one step of a load, part after part, as whoever loads does: what was done before is passed over. */
export const stepOf = async (deps: LoadDeps, told: Told, step: LoadPart['step']) => {
  const by = { ...byOf(westmarchRegister), practitioner: 'rm-7' }
  const records = []
  let last: Awaited<ReturnType<typeof loadChildren>> | undefined
  for (const part of partsOf(told, step)) {
    last = await loadChildren(by, part, deps)
    if (last.kind === 'done') records.push(...last.records)
    if (last.kind === 'shrinks' || last.kind === 'not compared') break
  }
  return { last, records }
}

/** Compares and then applies. */
export const load = async (deps: LoadDeps, told: Told) => {
  const compared = await stepOf(deps, told, 'compare')
  const applied = await stepOf(deps, told, 'apply')
  return { compared, applied }
}

/** Everything that stands in the register, but for when and how often it was written. */
export const registerIn = (store: InMemoryStore): string =>
  JSON.stringify(
    store
      .rows(tables.register)
      .map((row) => ({ ...row, revision: 0, version: 0 }))
      .toSorted((one, other) => (`${one.pk} ${one.sk}` < `${other.pk} ${other.sk}` ? -1 : 1)),
    (name, value: unknown) =>
      name === 'version' || name === 'at' || name === 'recordedAt' ? 0 : value,
  )
