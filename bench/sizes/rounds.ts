/** All queries are made so many times, one round after the other; the first also has the code compiled. */
export const rounds = 4

/** The least time that each query took in any round: what it takes where nobody else has the core. */
export const fastestOf = (all: readonly Float64Array[]): Float64Array =>
  (all[0] ?? new Float64Array()).map((_, query) =>
    Math.min(...all.map((round) => round[query] ?? Number.POSITIVE_INFINITY)),
  )
