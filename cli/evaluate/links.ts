/** One candidate as `links.csv` holds it. Positions are those of the files; `band` is empty where a file meets itself. */
export type Link = {
  readonly query: number
  readonly candidate: number
  readonly weight: number
  readonly posterior: number
  readonly band: '' | 'confirmed' | 'possible' | 'many'
}

/** What linking cost, query by query. */
export type Cost = {
  readonly candidates: Int32Array
  readonly lookups: Int32Array
  readonly milliseconds: Float64Array
  readonly incomplete: number
  readonly compared: number
}

/** What linking gave. `isCompared` tells whether a pair was compared at all, for pairs completeness. */
export type Linked = {
  readonly links: readonly Link[]
  readonly isCompared: (query: number, candidate: number) => boolean
  readonly cost: Cost
}
