import * as z from 'zod'
import { signingKeyKey } from './keys.ts'
import { rowKind } from './rows/row-kind.ts'
import type { KeyedRow, Store } from './store.ts'

/** That the key of this name signs access tokens; `version` counts the choices from 1. */
export const signingKeyRow = (kid: string, version: number): KeyedRow & { version: number } => ({
  ...signingKeyKey,
  version,
  kid,
})

export const signingKeyKind = rowKind({
  name: 'signing-key',
  places: ['directory SIGNING TOKEN'],
  shape: { kid: z.string(), version: z.int() },
})

/** Which key the operator chose to sign access tokens; undefined where nobody has chosen. */
export const readSigningKeyIn =
  (store: Store, directory: string) =>
  async (): Promise<ReturnType<typeof signingKeyKind.read> | undefined> => {
    const row = await store.get(directory, signingKeyKey)
    return row === undefined ? undefined : signingKeyKind.read(row)
  }
