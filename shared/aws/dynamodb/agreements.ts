import * as z from 'zod'
import { type Agreement, agreementSchema } from '../../agencies/agreement.ts'
import { agreementKey } from './keys.ts'
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

/** Every agreement of one agency. */
export const readAgreementsIn =
  (store: Store, directory: string) =>
  async (agency: string): Promise<readonly Agreement[]> => {
    const rows = await queryToEnd(store, {
      table: directory,
      partition: { field: 'pk', value: agreementKey(agency, '').pk },
      consistent: true,
    })
    return rows.map((row) => agreementKind.read(row).agreement)
  }
