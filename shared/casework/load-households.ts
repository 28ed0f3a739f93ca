type Record = {
  readonly id: string
  readonly child: { readonly adults: readonly { readonly id: string }[] }
}

/** Records that share an adult, directly or through another, together and in their order: side by side they would contend for the adult's row. */
export const inHouseholds = <One extends Record>(records: readonly One[]): One[][] => {
  const households = new Set<One[]>()
  const byAdult = new Map<string, One[]>()
  for (const record of records) {
    const ids = record.child.adults.map(({ id }) => id)
    const met = new Set(ids.map((id) => byAdult.get(id)))
    const joined = [...households].filter((household) => met.has(household))
    const household = [...joined.flat(), record]
    for (const one of joined) households.delete(one)
    households.add(household)
    for (const one of household) for (const { id } of one.child.adults) byAdult.set(id, household)
  }
  return [...households]
}
