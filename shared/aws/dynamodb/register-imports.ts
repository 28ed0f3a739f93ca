import * as z from 'zod'
import type { ImportDeps } from '../../casework/import-deps.ts'
import {
  importFaultCodes,
  importStates,
  importSteps,
  uploadKinds,
} from '../../register/import-codes.ts'
import { loadExtents } from '../../register/load.ts'
import { endsAt, registerImportSchema } from '../../register/register-import.ts'
import { putRevision } from './actions.ts'
import { auditRows } from './audit-rows.ts'
import { registerImportKey } from './keys.ts'
import { rowKind } from './rows/row-kind.ts'
import { standIn } from './rows/stand-in.ts'
import type { Store } from './store.ts'

export const registerImportKind = rowKind({
  name: 'register-import',
  places: ['casework IMPORT IMPORT'],
  content: 'import',
  shape: { import: registerImportSchema, revision: z.number(), expiresAt: z.number() },
  // In a state that is not known nothing goes on, and the check can be begun again.
  standIns: [
    standIn(uploadKinds, 'csv'),
    standIn(loadExtents, 'DELTA'),
    standIn(importStates, 'FAILED'),
    standIn(importSteps, 'check'),
    standIn(importFaultCodes, 'STALLED'),
  ],
})

export const readImportIn =
  (store: Store, casework: string): ImportDeps['readImport'] =>
  async (importId) => {
    const row = await store.get(casework, registerImportKey(importId))
    return row === undefined ? undefined : registerImportKind.read(row).import
  }

export const saveImportIn =
  (
    store: Store,
    tables: { readonly casework: string; readonly auditEntries: string },
  ): ImportDeps['saveImport'] =>
  async (one, entries) => {
    const row = {
      ...registerImportKey(one.importId),
      import: one,
      revision: one.revision,
      expiresAt: Math.ceil(endsAt(one).getTime() / 1000),
    }
    const done = await store.transact([
      putRevision(tables.casework, row),
      ...auditRows(tables.auditEntries, entries),
    ])
    return done === 'committed' ? 'committed' : 'changed'
  }
