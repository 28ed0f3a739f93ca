import type { Random } from '../../local/people/random.ts'
import { addressSlips } from './address-slips.ts'
import { contactSlips } from './contact-slips.ts'
import { dateSlip, sexSlip } from './date-slips.ts'
import { familySlips, wholeNameSlips } from './family-slips.ts'
import { givenSlips, shortenings } from './given-slips.ts'
import { personRow } from './person-row.ts'
import type { Row } from './row.ts'
import type { Slip, Subject } from './slip.ts'

/** In this order: a name is first spelt, then shortened, then written into a field. */
const slips: readonly Slip[] = [
  ...familySlips,
  ...givenSlips,
  ...shortenings,
  dateSlip,
  sexSlip,
  ...addressSlips,
  ...wholeNameSlips,
  ...contactSlips,
]

/** What a service writes down of somebody, with the errors of its forms and of its people. */
export const notificationRow = (id: string, subject: Subject, random: Random): Row =>
  slips.reduce((told, slip) => slip(told, subject, random), personRow(id, subject))
