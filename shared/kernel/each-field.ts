type Fields = Readonly<Record<string, unknown>>

/** The same names with other values, without a list of pairs between: rows are copied field by field at every call. A name is a name, `__proto__` too. */
export const eachField = (
  fields: Fields,
  change: (value: unknown) => unknown,
): Record<string, unknown> => {
  const made: Record<string, unknown> = {}
  for (const name of Object.keys(fields)) {
    const value = change(fields[name])
    if (name === '__proto__') Object.defineProperty(made, name, { ...plainly, value })
    else made[name] = value
  }
  return made
}

const plainly = { configurable: true, enumerable: true, writable: true }
