import type { CountAlertsDeps } from '../../casework/count-alerts.ts'
import { countedAlertKind } from './alert-kinds.ts'
import { measuredIn } from './alert-rows.ts'
import { countedQuestionKind } from './review-kinds.ts'
import { queryToEnd, type Store } from './store.ts'

const rowsIn = (store: Store, casework: string, value: string) =>
  queryToEnd(store, {
    table: casework,
    index: 'measured',
    partition: { field: 'measured', value },
  })

/** Every alert that an authority was sent in a month, from the index, to its end. */
export const countedIn =
  (store: Store, casework: string): CountAlertsDeps['counted'] =>
  async (authority, month) => {
    const rows = await rowsIn(store, casework, measuredIn(authority, { month }))
    return rows.map((row) => {
      const { raisedAt, counted } = countedAlertKind.read(row)
      return { raisedAt, ...counted }
    })
  }

/** Every question who somebody is that an authority was asked in a month. */
export const questionsIn =
  (store: Store, casework: string): CountAlertsDeps['questions'] =>
  async (authority, month) => {
    const rows = await rowsIn(store, casework, measuredIn(authority, { month, isAsked: true }))
    return rows.map((row) => countedQuestionKind.read(row).counted)
  }
