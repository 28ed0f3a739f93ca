import * as z from 'zod'
import { type StandIn, standInFor } from './stand-in.ts'
import {
  isKnown,
  isUnknown,
  leavingOut,
  type Missing,
  settled,
  unknownHere,
} from './unknown-code.ts'

type Schema = z.core.$ZodType
type Decided = readonly StandIn[]

/** As the library itself tells its schemas apart: by what they are defined as. */
const defOf = (schema: Schema) => (schema as z.core.$ZodTypes)._zod.def

const isTextAlone = (schema: Schema): boolean => {
  const def = defOf(schema)
  if (def.type === 'literal') return def.values.every((value) => typeof value === 'string')
  return ['string', 'template_literal', 'enum'].includes(def.type)
}

/** A code of a closed list, or what stands in for one that is not in it. */
const codeSchema = (list: readonly string[], decided: Decided): Schema => {
  const instead = standInFor(list, decided)
  const known = new Set(list)
  return z.string().transform((text) => (known.has(text) ? text : unknownHere(text, instead)))
}

/**
 * The one value. A mark that is there is there, whatever it says but `false`; an object that says what it is, and is
 * something else, is not known.
 */
const literalSchema = (value: unknown): Schema =>
  z.union([z.string(), z.number(), z.boolean()]).transform((found) => {
    if (found === value) return found
    return unknownHere(
      found,
      value === true && found !== false ? { alone: true, among: true } : leavingOut,
    )
  })

const missingIn =
  (shape: Readonly<Record<string, Schema>>): Missing =>
  (name) => {
    const schema = shape[name]
    if (schema === undefined) return undefined
    return [undefined, null]
      .map((value) => z.safeParse(schema, value))
      .filter(({ success }) => success)
      .map(({ data }) => ({ value: data }))[0]
  }

/** Every field that is known, and aside every other. `exact`: a field that tells this object from others of its place. */
const objectSchema = (
  { shape, catchall }: z.core.$ZodObjectDef,
  decided: Decided,
  exact?: string,
): Schema => {
  const parts = Object.fromEntries(
    Object.entries(shape).map(([name, part]) => [
      name,
      name === exact ? part : readable(part, decided),
    ]),
  )
  const isOpen = catchall !== undefined && defOf(catchall).type === 'unknown'
  if (isOpen) return z.looseObject(parts)
  const names = new Set(Object.keys(shape))
  const missing = missingIn(shape)
  return z.looseObject(parts).transform((found) => {
    if (Object.keys(found).every((name) => names.has(name) && isKnown(found[name]))) return found
    const entries = Object.entries(found)
    const known = Object.fromEntries(entries.filter(([name]) => names.has(name)))
    const fields = Object.fromEntries(entries.filter(([name]) => !names.has(name)))
    return settled(known, fields, missing)
  })
}

const unionSchema = (def: z.core.$ZodUnionDef, decided: Decided): Schema => {
  if (def.options.every(isTextAlone)) return z.string()
  const { discriminator } = def as Partial<z.core.$ZodDiscriminatedUnionDef>
  return z.union(
    def.options.map((option) => {
      const of = defOf(option)
      return of.type === 'object'
        ? objectSchema(of, decided, discriminator)
        : readable(option, decided)
    }),
  )
}

/** Of what is changed on its way in, the shape that it is stored in. */
const storedSide = ({ in: from, out }: z.core.$ZodPipeDef): Schema =>
  defOf(out).type === 'transform' ? from : out

/** The same wrapping about another schema: a default, or that it may be missing. */
const around = (wrapping: Schema, innerType: Schema): Schema =>
  z.clone(wrapping, Object.assign({}, defOf(wrapping), { innerType }))

/** What has parts that are read themselves. */
const wholeSchema = (def: ReturnType<typeof defOf>, decided: Decided): Schema | undefined => {
  if (def.type === 'object') return objectSchema(def, decided)
  if (def.type === 'array') return z.array(readable(def.element, decided))
  if (def.type === 'record') return z.record(z.string(), readable(def.valueType, decided))
  if (def.type === 'union') return unionSchema(def, decided)
  if (def.type === 'pipe') return readable(storedSide(def), decided)
  return undefined
}

const asTheyAre = ['boolean', 'custom', 'unknown']

const singleSchema = (schema: Schema, decided: Decided): Schema => {
  const def = defOf(schema)
  if (def.type === 'enum') return codeSchema(Object.values(def.entries).map(String), decided)
  if (def.type === 'literal') return literalSchema(def.values[0])
  if (def.type === 'string' || def.type === 'template_literal') return z.string()
  if (def.type === 'number') return z.number()
  if (asTheyAre.includes(def.type)) return schema
  throw new Error(`say how a stored ${def.type} is read`)
}

const readable = (schema: Schema, decided: Decided): Schema => {
  const def = defOf(schema)
  if ('innerType' in def) return around(schema, readable(def.innerType, decided))
  return wholeSchema(def, decided) ?? singleSchema(schema, decided)
}

/**
 * Reads from a row what a schema of the domain describes, whichever release wrote it: the same fields of the same types,
 * with the same defaults. What a newer release has added is set aside and stored again with the object: unknown fields at
 * any depth, and codes that are in no list here, in whose place stands what was decided. Bounds, forms and rules between
 * fields were tested at the door, when it was written, and may have been wider then: they are not tested again.
 * @throws Error for a closed list that nobody has decided about
 */
export const storedSchema = <Of extends z.ZodType>(
  schema: Of,
  decided: Decided,
): z.ZodType<z.output<Of>> =>
  z.pipe(
    readable(schema, decided),
    z.custom<z.output<Of>>((value) => !isUnknown(value), {
      error: 'of a kind that this release does not know',
    }),
  )
