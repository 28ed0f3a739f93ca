const fieldsOf = (value: unknown): ReadonlyMap<string, unknown> =>
  new Map(typeof value === 'object' && value !== null ? Object.entries(value) : [])

const matchesOne = (wanted: unknown, value: unknown): boolean => {
  if (typeof wanted === 'string') return wanted === value
  const rule = fieldsOf(wanted)
  const prefix = rule.get('prefix')
  if (typeof prefix === 'string') return typeof value === 'string' && value.startsWith(prefix)
  return rule.get('exists') === (value !== undefined)
}

/** Whether a record passes a stream's filter: the text, prefix and existence rules of it, which are all that the hub uses. */
export const matchesFilter = (filter: unknown, value: unknown): boolean => {
  if (Array.isArray(filter)) return filter.some((wanted) => matchesOne(wanted, value))
  const fields = fieldsOf(value)
  return [...fieldsOf(filter)].every(([name, inner]) => matchesFilter(inner, fields.get(name)))
}
