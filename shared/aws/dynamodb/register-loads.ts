import * as z from 'zod'
import type { LoadChildrenDeps } from '../../casework/load-children.ts'
import type { ReadLoadsDeps } from '../../casework/read-loads.ts'
import { childIdSchema } from '../../kernel/ids.ts'
import { loadExtents, loadPhases, registerLoadSchema } from '../../register/load.ts'
import { putRevision } from './actions.ts'
import { auditRows } from './audit-rows.ts'
import { childKey, registerLoadKey } from './keys.ts'
import { childLineKind } from './register-kinds.ts'
import { rowKind } from './rows/row-kind.ts'
import { standIn } from './rows/stand-in.ts'
import { queryToEnd, type Store } from './store.ts'

export const registerLoadKind = rowKind({
  name: 'register-load',
  places: ['casework REGISTER LOAD'],
  content: 'load',
  shape: {
    load: registerLoadSchema,
    revision: z.number(),
    expiresAt: z.number().optional(),
  },
  // Of a step that is not known nothing is applied, and nobody is taken for gone.
  standIns: [standIn(loadExtents, 'DELTA'), standIn(loadPhases, 'COMPARING')],
})

/** How long a load is kept after its last part: a load of a year ago is still seen beside this year’s [D]. */
const keptDays = 400

/** Rows of the list that one part of a load looks through. */
const mostListed = 500

/** Whoever comes after one id: no id holds a sign that stands before the hyphen. */
const justAfter = (key: string): string => `${key} `
const beyondAll = '~'

/** From the register's one index, which holds ids and codes only. */
export const listBetweenIn =
  (store: Store, register: string, most = mostListed): LoadChildrenDeps['listBetween'] =>
  async (authority, { after, upTo }) => {
    const keyOf = (id: string): string => childKey(`${authority}.${id}`).pk
    const { rows, next } = await store.query({
      table: register,
      index: 'children',
      partition: { field: 'childrenOf', value: authority },
      range: {
        field: 'pk',
        kind: 'between',
        from: after === '' ? keyOf('') : justAfter(keyOf(after)),
        to: keyOf(upTo ?? beyondAll),
      },
      limit: most,
    })
    const items = rows.map((row) => ({
      childId: childIdSchema.parse(String(row['pk']).slice('CHILD#'.length)),
      status: childLineKind.read(row).statusCode,
    }))
    return { items, isMore: next !== undefined && items.length > 0 }
  }

export const readLoadIn =
  (store: Store, casework: string): LoadChildrenDeps['readLoad'] =>
  async (authority, digest) => {
    const row = await store.get(casework, registerLoadKey(authority, digest))
    return row === undefined ? undefined : registerLoadKind.read(row).load
  }

/** All loads of an authority stand in one partition, by their digest. */
export const listLoadsIn =
  (store: Store, casework: string): ReadLoadsDeps['listLoads'] =>
  async (authority) => {
    const { pk } = registerLoadKey(authority, '')
    const rows = await queryToEnd(store, {
      table: casework,
      partition: { field: 'pk', value: pk },
    })
    return rows.map((row) => registerLoadKind.read(row).load)
  }

export const saveLoadIn =
  (
    store: Store,
    tables: { readonly casework: string; readonly auditEntries: string },
  ): LoadChildrenDeps['saveLoad'] =>
  async (load, entries) => {
    const { revision, changedAt } = load
    const row = {
      ...registerLoadKey(load.authority, load.digest),
      load,
      revision,
      ...(changedAt !== undefined && {
        expiresAt: Math.ceil(Date.parse(changedAt) / 1000) + keptDays * 24 * 60 * 60,
      }),
    }
    const saved = await store.transact([
      putRevision(tables.casework, row),
      ...auditRows(tables.auditEntries, entries),
    ])
    return saved === 'committed' ? 'committed' : 'changed'
  }
