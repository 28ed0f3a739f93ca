import { type Contact, type Contacts, type Lead, noCover } from '../../shared/agencies/contacts.ts'
import { present } from '../../shared/kernel/present.ts'

const inWords = ({ role, telephone, hours }: Contact): string =>
  `${telephone} (${role}${hours === undefined ? '' : `, ${hours}`})`

/** Whom to telephone, a line each. */
export const contactLines = (
  what: 'telephone' | 'lead',
  { officeHours, outOfHours }: Contacts | Lead,
): readonly string[] =>
  Object.entries(present({ 'office hours': officeHours, 'out of hours': outOfHours })).map(
    ([when, one]) => `${what}, ${when}: ${one === noCover ? 'nobody stands in' : inWords(one)}`,
  )

/** The lines of a lead; or which verb says who it is. */
export const leadLines = (
  lead: Lead | undefined,
  which: 'authority' | 'agency',
): readonly string[] => {
  const lines = lead === undefined ? [] : contactLines('lead', lead)
  return lines.length > 0 ? lines : [`lead: nobody is here; set one by ${which} lead`]
}
