import { InputError } from '../../cli/evaluate/input-error.ts'
import { exportFilesAt } from '../../cli/recovery/export-files.ts'
import type { RecoveryPorts } from '../../cli/recovery/recovery-ports.ts'
import { stateFileAt } from '../../cli/recovery/restore-state.ts'
import { createInMemoryKeys } from '../../local/in-memory/keys.ts'
import { isTableName } from '../../shared/aws/dynamodb/tables.ts'
import type { Keys } from '../../shared/aws/kms/keys.ts'
import { mapTarget } from './map-target.ts'
import type { TestHub } from './test-hub.ts'
import { wrappedPlainly } from './wrapped-plainly.ts'

/** The tables of a hub in memory to be counted; rows go back into maps, beside them. */
export const recoveryOver = (
  hub: TestHub,
): RecoveryPorts & {
  readonly said: string[]
  readonly hasFailed: () => boolean
  readonly keys: Pick<Keys, 'makeSecret' | 'unwrap'>
  readonly target: ReturnType<typeof mapTarget>
} => {
  const said: string[] = []
  let failed = false
  const target = mapTarget()
  const { rewrap, ...wrapping } = wrappedPlainly()
  const keys = { ...createInMemoryKeys(), ...wrapping }
  return {
    openTables: async () => ({
      tables: hub.tables,
      store: hub.store,
      scan: async function* scan(table) {
        if (!isTableName(table)) throw new InputError(`no table ${table}`)
        yield await hub.rows(table)
      },
      target,
      keys,
      rewrap,
    }),
    exportFiles: (place) =>
      exportFilesAt(place, () => {
        throw new Error('no bucket here')
      }),
    stateFile: stateFileAt,
    progress: (text) => void said.push(text),
    fail: () => {
      failed = true
    },
    said,
    target,
    keys,
    hasFailed: () => failed,
  }
}
