import { emailsIn, phonesIn, postcodesIn } from './striking/contact-like.ts'
import { readable } from './striking/readable.ts'
import type { Whereabouts } from './striking/striker.ts'

/** The postcodes, telephone numbers and mailboxes that stand in a text. */
export const contactsIn = (text: string): Whereabouts => {
  const shown = readable(text)
  const cut = ({ from, to }: { readonly from: number; readonly to: number }): string =>
    text.slice(from, to)
  return {
    addresses: postcodesIn(text, shown).map((span) => ({ postcode: cut(span) })),
    phones: phonesIn(text, shown).map(cut),
    emails: emailsIn(shown).map(cut),
  }
}
