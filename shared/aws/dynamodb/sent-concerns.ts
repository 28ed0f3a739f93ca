import type { ReadSent } from '../../casework/list-concerns.ts'
import { listedConcernSchema } from '../../concerns/followed-concern.ts'
import type { Store } from './store.ts'

/** After every moment that a row may hold. */
const endOfTime = '9999'

/** One page of what an agency sent, what changed last at the top; `after` is a former page's `next`. */
export const listSentIn =
  (store: Store, casework: string): ReadSent =>
  async ({ agency, changedSince }, { limit, after }) => {
    const { rows, next } = await store.query({
      table: casework,
      index: 'sent',
      partition: { field: 'sentBy', value: agency },
      ...(changedSince !== undefined && {
        range: { kind: 'between', field: 'sentOrder', from: changedSince, to: endOfTime },
      }),
      descending: true,
      limit,
      after,
    })
    return { items: rows.map((row) => listedConcernSchema.parse(row['listed'])), next }
  }
