import * as z from 'zod'

type Schema = z.core.$ZodType
const defOf = (schema: Schema) => (schema as z.core.$ZodTypes)._zod.def

/** Whether to change the next thing, and with which number. */
export type Draw = () => { readonly does: boolean; readonly number: number }

/** Lists of which a code that is not known makes the row unreadable, on purpose: see `leftOut`. */
const neverChanged = ['alert.raised', 'referrer', 'child', 'adult', 'chronology']

const added = (number: number): unknown =>
  [number, `text ${number}`, { deep: [number, true] }][number % 3]

const newerObject = (
  { shape }: z.core.$ZodObjectDef,
  value: Readonly<Record<string, unknown>>,
  draw: Draw,
): unknown => {
  const parts = Object.entries(value).map(([name, part]) => {
    const schema = shape[name]
    return [name, schema === undefined ? part : asNewer(schema, part, draw)]
  })
  const { does, number } = draw()
  return { ...Object.fromEntries(parts), ...(does && { [`later${number}`]: added(number) }) }
}

const newerCode = (codes: readonly unknown[], value: unknown, draw: Draw): unknown => {
  const { does, number } = draw()
  return does && !neverChanged.some((code) => codes.includes(code)) ? `LATER_${number}` : value
}

/** As the option that it is, where it is no text. */
const newerOption = (options: readonly Schema[], value: unknown, draw: Draw): unknown => {
  const option = options.find((one) => z.safeParse(one, value).success)
  return option === undefined || typeof value === 'string' ? value : asNewer(option, value, draw)
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const storedSide = ({ in: from, out }: z.core.$ZodPipeDef): Schema =>
  defOf(out).type === 'transform' ? from : out

/** A stored value as a newer release may have written it: with further fields in any object, and further codes. */
export const asNewer = (schema: Schema, value: unknown, draw: Draw): unknown => {
  const def = defOf(schema)
  if ('innerType' in def) return asNewer(def.innerType, value, draw)
  if (def.type === 'object' && isObject(value)) return newerObject(def, value, draw)
  if (def.type === 'array') return [value].flat().map((item) => asNewer(def.element, item, draw))
  if (def.type === 'enum') return newerCode(Object.values(def.entries), value, draw)
  if (def.type === 'pipe') return asNewer(storedSide(def), value, draw)
  return def.type === 'union' ? newerOption(def.options, value, draw) : value
}
