/** What was given, where some of it could not be. @throws the first reason where none of it could */
export const fulfilled = <Value>(settled: readonly PromiseSettledResult<Value>[]): Value[] => {
  const given = settled.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []))
  const [first] = settled
  if (given.length === 0 && first?.status === 'rejected') throw first.reason
  return given
}
