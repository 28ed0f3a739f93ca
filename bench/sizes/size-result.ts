import * as z from 'zod'

/** Of how many queries, those that read most, a process is measured. */
export const heaviest = 5

const times = z.object({ p50: z.number(), p99: z.number() })

/** What was measured at one size of register. */
export const sizeResultSchema = z.object({
  people: z.number(),
  queries: z.number(),
  machine: z.string(),
  candidates: z.object({ average: z.number(), p99: z.number() }),
  lookups: z.object({ average: z.number() }),
  incompleteQueries: z.number(),
  pairsCompleteness: z.number(),
  microsecondsPerComparison: z.number(),
  millisecondsPerQuery: times,
  /** Absent where the whole index would not fit into one process. */
  inProcess: times.optional(),
  roundTrips: z.number(),
  heapBytes: z.number(),
  residentBytes: z.number(),
  bands: z.object({
    registered: z.number(),
    automaticRecall: z.number(),
    wrongAutomatic: z.number(),
    reviewRate: z.number(),
    missedRate: z.number(),
  }),
})
export type SizeResult = z.infer<typeof sizeResultSchema>
