import * as z from 'zod'
import { isNhsNumber } from '../kernel/is-nhs-number.ts'

/** Takes a number as it is printed and typed, in threes with spaces or hyphens; gives its ten digits. */
export const nhsNumberSchema = z
  .string()
  .transform((text) => text.replace(/[\s\p{Pd}]+/gu, ''))
  .pipe(z.string().refine(isNhsNumber, { error: 'ten digits with a correct check digit' }))
