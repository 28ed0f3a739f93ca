import * as z from 'zod'
import { asideOf, settingAside } from '../../../kernel/aside.ts'
import type { Row } from '../store.ts'
import type { TableName } from '../tables.ts'
import type { RowName } from './row-names.ts'
import type { StandIn } from './stand-in.ts'
import { standIns } from './stand-ins.ts'
import { storedSchema } from './stored-schema.ts'
import { numberOf, schemaField, schemaNumber, upcast, upcasters } from './upcast.ts'

/** What the key of a row begins with, in which table: `casework CHILD ENTRY`; `*` is anything. */
export type Place = `${TableName} ${string} ${string}`

type Definition<Shape extends z.ZodRawShape> = {
  readonly name: RowName
  readonly places: readonly Place[]
  /** The fields beside the key, as this release writes them. */
  readonly shape: Shape
  /** The field that holds what the row is about, where the row is read, changed and written as a whole. */
  readonly content?: keyof Shape & string
  /** What an index gives of a row of another kind: only of such as have this field. */
  readonly lineOf?: string
  /** It has fields of which only the beginning of the name is known; they stay in their place. */
  readonly isOpen?: true
  /** For closed lists that are this kind's own. */
  readonly standIns?: readonly StandIn[]
}

/** One kind of row, and the one way in which it is read. */
export type RowKind<Read = unknown> = Omit<Definition<z.ZodRawShape>, 'shape'> & {
  readonly schema: z.ZodType<Read>
  /** The fields beside the key. @throws ZodError for a row that no release can have written */
  readonly read: (row: Row) => Read
}

/** What of the row is not known here goes with what it is about: it is written again with that. */
const withRest = <Read extends object>(read: Read, content: string | undefined, row: Row): Read => {
  const { fields, codes } = asideOf(read)
  const number = numberOf(row)
  const isNewer = number > schemaNumber
  const rest = { codes, fields: { ...fields, ...(isNewer && { [schemaField]: number }) } }
  const part: unknown = content === undefined ? undefined : Reflect.get(read, content)
  if (content === undefined || typeof part !== 'object' || part === null)
    return settingAside(read, rest)
  return Object.assign(read, { [content]: settingAside(part, { row: rest }) })
}

export const rowKind = <const Shape extends z.ZodRawShape>({
  shape,
  ...definition
}: Definition<Shape>) => {
  const { name, content, isOpen, standIns: own = [] } = definition
  const schema = z.object(shape)
  const open = isOpen ? schema.loose() : schema
  // Made when the first row is read: most functions read few kinds.
  let stored: z.ZodType<z.output<typeof schema>> | undefined
  return {
    ...definition,
    schema,
    read: (row: Row): z.output<typeof schema> => {
      stored ??= storedSchema(open, [...own, ...standIns])
      const older = upcast(row, upcasters[name] ?? [])
      const { pk: _pk, sk: _sk, [schemaField]: _number, ...fields } = older
      return withRest(stored.parse(fields), content, older)
    },
  }
}
