import * as z from 'zod'

const sixDigits = z.string().regex(/^\d{6}$/)

/**
 * GSS code of an English authority that answers for children: E06 unitary, E08 metropolitan, E09 London, E10 county. Only its
 * form is read here, so that what was kept stays readable when an authority has ended; whom the hub serves the
 * {@link Directory} says.
 */
export const authorityCodeSchema = z
  .templateLiteral(['E', z.enum(['06', '08', '09', '10']), sixDigits], {
    error: 'GSS code of an English authority, such as E08000035',
  })
  .meta({ description: 'GSS code of an English local authority, such as E08000035' })
export type AuthorityCode = z.infer<typeof authorityCodeSchema>
