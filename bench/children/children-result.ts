import * as z from 'zod'

const levelCount = z.object({
  level: z.string(),
  adults: z.number(),
  children: z.number(),
  siblings: z.number(),
})
const outcome = z.object({
  kind: z.string(),
  concerns: z.number(),
  registered: z.number(),
  confirmed: z.number(),
  wrong: z.number(),
  shown: z.number(),
  missed: z.number(),
  asked: z.number(),
  notFound: z.number(),
  candidates: z.number(),
  lookups: z.number(),
})
const sharedOut = z.object({
  people: z.number(),
  concerns: z.number(),
  candidates: z.object({ average: z.number(), most: z.number() }),
  lookupsOfAdult: z.number(),
  lookupsOfChild: z.number(),
  short: z.number(),
  kept: z.object({ adults: z.number(), children: z.number(), elsewhere: z.number() }),
})

/** What was measured of children: levels by chance, concerns of every kind, and concerns of six people. */
export const childrenResultSchema = z.object({
  people: z.number(),
  seeds: z.array(z.number()),
  dates: z.array(levelCount),
  names: z.array(levelCount),
  outcomes: z.array(outcome),
  shared: sharedOut,
})
export type ChildrenResult = z.infer<typeof childrenResultSchema>
