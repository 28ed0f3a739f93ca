import { environmentOf } from '../../../local/environment-of.ts'
import { keyIds } from '../../../local/in-memory/keys.ts'
import { forEachTable } from '../../../shared/aws/dynamodb/tables.ts'

export const issuer = 'http://hub.test/v1'
export const tables = forEachTable((name) => name)
export const environment = environmentOf({
  address: issuer,
  tables,
  keys: keyIds,
  trial: { needed: 0, authorities: [] },
})
/** A Monday, at ten in London. */
export const startAt = Date.parse('2026-11-23T10:00:00Z')
