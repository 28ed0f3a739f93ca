/** The same object as a type, without the undefined values: a field that may be undefined may be absent. */
export type Present<Values extends object> = {
  [Key in keyof Values as undefined extends Values[Key] ? never : Key]: Values[Key]
} & {
  [Key in keyof Values as undefined extends Values[Key] ? Key : never]?: Exclude<
    Values[Key],
    undefined
  >
}

/** The fields that have a value: a field that is absent is stored, compared and sent otherwise than one that is undefined. */
export const present = <Values extends object>(values: Values): Present<Values> =>
  Object.fromEntries(
    Object.entries(values).filter(([, value]) => value !== undefined),
  ) as Present<Values>
