import * as z from 'zod'
import type { ProtectedBy } from '../../assessing/gathered.ts'
import type { ReadAroundDeps } from '../../casework/read-around.ts'
import { concernIdSchema } from '../../kernel/ids.ts'
import { protectedKey } from './keys.ts'
import { type Finish, requireWhole } from './left-over-marks.ts'
import { rowKind } from './rows/row-kind.ts'
import { queryToEnd, type Store } from './store.ts'

/** That one concern protects what is told of another: ids alone, gone with the concern that is protected. */
export const protectedRow = ({ concernId, by, until }: ProtectedBy) => ({
  ...protectedKey(concernId, by),
  by,
  expiresAt: Math.floor(until.getTime() / 1000),
})

export const protectionKind = rowKind({
  name: 'protection',
  places: ['casework CONCERN PROTECTED'],
  shape: { by: concernIdSchema, expiresAt: z.number() },
})

/**
 * All of them, however many: their places are struck from what is told of this one, and whoever sends many concerns may not
 * push an older protection out. @throws HubError store-busy while one is only partly written, for whoever may not `finish` it
 */
export const readProtectorsIn =
  (store: Store, casework: string, finish?: Finish): ReadAroundDeps['readProtectors'] =>
  async (concernId, now) => {
    const { pk, sk } = protectedKey(concernId, '')
    await requireWhole({ store, casework }, [pk], finish)
    const rows = await queryToEnd(store, {
      table: casework,
      partition: { field: 'pk', value: pk },
      range: { kind: 'begins', field: 'sk', with: sk },
      descending: true,
      consistent: true,
    })
    return rows
      .map((row) => protectionKind.read(row))
      .filter(({ expiresAt }) => expiresAt * 1000 > now.getTime())
      .map(({ by }) => by)
  }
