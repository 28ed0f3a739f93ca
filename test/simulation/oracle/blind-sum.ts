import { countConservation } from '../../../shared/aws/dynamodb/count-conservation.ts'
import { alertKey, arrivalKey, concernKey, reviewKey } from '../../../shared/aws/dynamodb/keys.ts'
import type { Key, Row } from '../../../shared/aws/dynamodb/store.ts'
import type { Fault } from '../../../shared/casework/conservation.ts'
import type { ConcernStanding } from '../../../shared/concerns/stored-concern.ts'
import { tables } from '../world/place.ts'
import type { Seen } from './afterwards.ts'

type Standing = readonly [id: string, standing: ConcernStanding]
/** What is left out of a concern's rows, and what the sum must then say of it. */
type Loss = { readonly id: string; readonly fault: Fault; readonly isGone: (row: Row) => boolean }

const isAt =
  ({ pk, sk }: Key) =>
  (row: Row): boolean =>
    row['pk'] === pk && row['sk'] === sk

/** Both tables have a row of this key: one of what was received, one of what was made of it. */
const isRow = (id: string, content: 'received' | 'standing') => {
  const isOfIt = isAt(concernKey(id))
  return (row: Row): boolean => isOfIt(row) && content in row
}

const lossesOf = (all: readonly Standing[]): readonly Loss[] => {
  const [words, forgotten, ...others] = all
  const told = others.find(([, { state }]) => state === 'ALERTED')
  const [alert] = told?.[1].told ?? []
  const asked = others.find(([, { state }]) => state === 'IN_REVIEW')
  const [review] = asked?.[1].reviewIds ?? []
  return [
    ...(words === undefined
      ? []
      : [{ id: words[0], fault: 'words-lost', isGone: isRow(words[0], 'received') } as const]),
    ...(forgotten === undefined
      ? []
      : [{ id: forgotten[0], fault: 'forgotten', isGone: hasNoPlace(forgotten[0]) } as const]),
    ...(told === undefined || alert === undefined
      ? []
      : [{ id: told[0], fault: 'alert-lost', isGone: isAt(alertKey(alert.alertId)) } as const]),
    ...(asked === undefined || review === undefined
      ? []
      : [{ id: asked[0], fault: 'review-lost', isGone: isAt(reviewKey(review)) } as const]),
  ]
}

/** Neither does anything wait, nor was anything made of it. */
const hasNoPlace = (id: string) => {
  const waits = isAt(arrivalKey(concernKey(id)))
  const isMade = isRow(id, 'standing')
  return (row: Row): boolean => waits(row) || isMade(row)
}

/** Rows that are taken away before the sum's eyes, of concerns that it has just found in a term each: it must say which. */
export const faultsOfBlindness = async (
  { store, now }: Seen,
  faulty: ReadonlySet<string>,
): Promise<readonly string[]> => {
  const made = store
    .rows(tables.casework)
    .flatMap(({ pk, sk, standing }): readonly Standing[] =>
      sk === 'CONCERN' ? [[pk.slice('CONCERN#'.length), standing as ConcernStanding]] : [],
    )
    .filter(([id]) => !faulty.has(id))
  const losses = lossesOf(made)
  const isThere = (row: Row): boolean => !losses.some(({ isGone }) => isGone(row))
  const sum = await countConservation({
    store: { ...store, batch: async (keys) => (await store.batch(keys)).filter(isThere) },
    tables,
    now,
    scan: async function* (table) {
      yield store.rows(table).filter(isThere)
    },
  })
  const said = new Set(sum.faulty.map(({ id, fault }) => `${fault} ${id}`))
  return losses
    .filter(({ id, fault }) => !said.has(`${fault} ${id}`))
    .map(({ id, fault }) => `the sum is blind: ${fault} ${id}`)
}
