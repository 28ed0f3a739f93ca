import * as z from 'zod'
import { type Agreement, agreementSchema } from '../../agencies/agreement.ts'
import { agreementKey } from './keys.ts'
import { ifReadable } from './rows/if-readable.ts'
import { rowKind } from './rows/row-kind.ts'
import { queryToEnd, type Store } from './store.ts'

export const agreementKind = rowKind({
  name: 'agreement',
  places: ['directory AGREEMENT AUTHORITY'],
  content: 'agreement',
  shape: { version: z.number(), agreement: agreementSchema },
})

/** An agreement as a row, one for each service and authority. */
export const agreementRow = (agreement: Agreement) => ({
  ...agreementKey(agreement.agency, agreement.authority),
  version: agreement.version,
  agreement,
})

export const readAgreementIn =
  (store: Store, directory: string) =>
  async (agency: string, authority: string): Promise<Agreement | undefined> => {
    const row = await store.get(directory, agreementKey(agency, authority))
    return row === undefined ? undefined : agreementKind.read(row).agreement
  }

/**
 * Every agreement of one agency that can be read. One that cannot counts as none: a missing paper holds no child back and widens
 * nothing (policy §3), and the partnership lead is told of what was disclosed without; `onUnreadable` is told which it is.
 */
export const readAgreementsIn =
  (store: Store, directory: string, onUnreadable: (agency: string, authority: string) => void) =>
  async (agency: string): Promise<readonly Agreement[]> => {
    const rows = await queryToEnd(store, {
      table: directory,
      partition: { field: 'pk', value: agreementKey(agency, '').pk },
      consistent: true,
    })
    return rows.flatMap((row) => {
      const agreement = ifReadable(() => agreementKind.read(row).agreement)
      if (agreement === undefined)
        onUnreadable(agency, String(row['sk']).slice('AUTHORITY#'.length))
      return agreement ?? []
    })
  }
