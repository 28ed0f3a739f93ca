import * as z from 'zod'
import type { ProtectedBy } from '../../assessing/gathered.ts'
import type { ReadAroundDeps } from '../../casework/read-around.ts'
import { concernIdSchema } from '../../kernel/ids.ts'
import { protectedKey } from './keys.ts'
import { rowKind } from './rows/row-kind.ts'
import type { Store } from './store.ts'

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

/** The most that protect one concern and are read with it, the newest: their places are struck from what is told of it. */
const mostProtectors = 20

export const readProtectorsIn =
  (store: Store, casework: string): ReadAroundDeps['readProtectors'] =>
  async (concernId, now) => {
    const { pk, sk } = protectedKey(concernId, '')
    const { rows } = await store.query({
      table: casework,
      partition: { field: 'pk', value: pk },
      range: { kind: 'begins', field: 'sk', with: sk },
      descending: true,
      consistent: true,
      limit: mostProtectors,
    })
    return rows
      .map((row) => protectionKind.read(row))
      .filter(({ expiresAt }) => expiresAt * 1000 > now.getTime())
      .map(({ by }) => by)
  }
