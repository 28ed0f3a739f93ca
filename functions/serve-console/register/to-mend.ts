import type { FieldError } from '../http/answer.ts'
import type { Problem } from '../hub/ask-as.ts'

/** Where what the API says of a field is mended. */
const places: readonly (readonly [pointer: RegExp, field: string])[] = [
  [/^\/(name|names\/0)(\/given)?$/, 'given'],
  [/^\/(name|names\/0)\/family$/, 'family'],
  [/^\/dateOfBirth/, 'dateOfBirth'],
  [/^\/expectedDateOfDelivery/, 'expectedDate'],
  [/^\/sex/, 'sex'],
  [/^\/nhsNumber/, 'nhsNumber'],
  [/^\/status\/from/, 'statusFrom'],
  [/^\/status/, 'statusCode'],
  [/^\/phones/, 'phone'],
  [/^\/addresses\/0\/houseNumber/, 'houseNumber'],
  [/^\/addresses\/0\/street/, 'street'],
  [/^\/addresses\/0\/town/, 'town'],
  [/^\/addresses/, 'postcode'],
  [/^\/allocatedTeam$/, 'allocatedTeam'],
  [/^\/allocatedTeamContact/, 'allocatedTeamContact'],
  [/^\/school/, 'school'],
  [/^\/gp/, 'gp'],
]

/** Each field once, in which something cannot be read. */
export const eachOf = (fields: readonly string[]): readonly FieldError[] =>
  [...new Set(fields)].map((field) => ({ field, text: 'register.error.field' }))

/** Where what the API cannot read is mended. */
export const toMend = (errors: Problem['errors']): readonly FieldError[] => {
  const fields = errors.map(
    ({ pointer }) => places.find(([pattern]) => pattern.test(pointer))?.[1] ?? 'given',
  )
  return eachOf(fields)
}
