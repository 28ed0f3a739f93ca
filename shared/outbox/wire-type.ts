import * as z from 'zod'

/** What stands before and after the type of a message on its way. */
const onTheWay = <Type extends string>(type: Type) => `uk.safeguarding-hub.${type}.v1` as const

/** The type of a message: the hub's own word goes in, and what is sent comes out; it is described as it is sent. */
export const wireType = <Type extends string>(types: readonly Type[]) =>
  z
    .enum(types)
    .transform((type) => onTheWay<Type>(type))
    .meta({ override: { type: 'string', enum: types.map((type) => onTheWay(type)) } })
