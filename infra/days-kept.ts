/**
 * How long a backup is kept. `most`: as long as a table can be put back to any second (35 days), so that what a person or the
 * clock has deleted is gone from every copy 35 days later, and until then a fault that nobody saw at once can be undone.
 * `fewest`: a long weekend. The locked vault takes nothing shorter or longer.
 */
export const daysKept = { fewest: 4, most: 35 } as const
