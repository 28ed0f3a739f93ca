/** Where "now" comes from. Time is an argument everywhere below the entry points, so every decision can be replayed. */
export type Clock = () => Date
