type Ages = 'young' | 'middle' | 'old' | 'any'

/** Who lives together. Sizes are fixed by kind, so that the place of everybody in the register can be reckoned. */
export type HouseholdKind = {
  /** How many of the two hundred households of a block. */
  readonly count: number
  readonly adults: 1 | 2
  readonly ages: Ages
  readonly bond: 'couple' | 'none'
  readonly children: number
  /** The children have grown up and stayed. */
  readonly areGrown?: true
  readonly hasGrandparent?: true
  readonly lodgers?: number
}

const single = { adults: 1, bond: 'none' } as const
const couple = { adults: 2, bond: 'couple' } as const

/** After the tables of household composition of the 2021 census, rounded. */
export const householdKinds: readonly HouseholdKind[] = [
  { ...single, count: 34, ages: 'any', children: 0 },
  { ...single, count: 26, ages: 'old', children: 0 },
  { ...couple, count: 24, ages: 'young', children: 0 },
  { ...couple, count: 30, ages: 'old', children: 0 },
  { ...couple, count: 15, ages: 'middle', children: 1 },
  { ...couple, count: 18, ages: 'middle', children: 2 },
  { ...couple, count: 6, ages: 'middle', children: 3 },
  { ...couple, count: 1, ages: 'middle', children: 4 },
  { ...couple, count: 12, ages: 'old', children: 1, areGrown: true },
  { ...couple, count: 5, ages: 'old', children: 2, areGrown: true },
  { ...single, count: 8, ages: 'middle', children: 1 },
  { ...single, count: 5, ages: 'middle', children: 2 },
  { ...single, count: 2, ages: 'middle', children: 3 },
  { ...couple, count: 4, ages: 'middle', children: 2, hasGrandparent: true },
  { ...single, count: 10, ages: 'young', children: 0, lodgers: 2 },
]

export const sizeOf = ({ adults, children, hasGrandparent, lodgers = 0 }: HouseholdKind): number =>
  adults + children + (hasGrandparent ? 1 : 0) + lodgers
