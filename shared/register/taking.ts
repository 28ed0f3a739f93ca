import { without } from './keep-all.ts'

/** A record without what was wrong in it; or the fields in which that does not stand, or of which one item must stay. */
export type Corrected<Facts> =
  | { readonly kind: 'corrected'; readonly facts: Facts }
  | { readonly kind: 'refused'; readonly fields: readonly string[] }

/** Takes wrong items out of one record, and notes each field that does not hold what is said to be wrong in it. */
export const createTaking = () => {
  const refused: string[] = []
  const note = (field: string): void => void refused.push(field)
  return {
    refused,
    note,
    list: <Item>(
      field: string,
      known: readonly Item[],
      { wrong = [], keyOf }: { wrong?: readonly Item[] | undefined; keyOf: (item: Item) => string },
    ): Item[] => {
      const left = without(known, wrong, keyOf)
      if (left === undefined) note(field)
      return left ?? [...known]
    },
    one: <Value>(
      field: string,
      known: Value | undefined,
      isWrong: true | undefined,
    ): Value | undefined => {
      if (isWrong === undefined) return known
      if (known === undefined) note(field)
      return undefined
    },
  }
}
