/** Of every two rows that nobody can read one has no id, so that no key says whose it is; of the other what it holds is unfit. */
export const isReadByKey = (number: number): boolean => number % 2 === 1

/** What stands where the id of a concern should. */
export const poisonId = (number: number): string =>
  isReadByKey(number)
    ? `00000000-0000-7000-8000-${String(number).padStart(12, '0')}`
    : `no-id-at-all-${number}`

export const isPoison = (pk: string): boolean => /no-id-at-all-|00000000-0000-7000-8000-/.test(pk)
