// Takes out of free text whatever looks like a place or a number. Linear in the text.
import { emailsIn, phonesIn, postcodesIn } from './striking/contact-like.ts'
import { markSpans, untilSame } from './striking/mark-spans.ts'
import { readable } from './striking/readable.ts'

/** Puts `[protected]` for whatever looks like a UK postcode. */
export const withoutPostcodes = untilSame((text) =>
  markSpans(text, postcodesIn(text, readable(text))),
)

/**
 * Puts `[protected]` for whatever looks like a UK postcode, a phone number or an e-mail address. It cannot find a place
 * told in words ("the blue house by the mill"), or a street or school that the concern holds nowhere else: so the form
 * asks for none of these, and a person can be told to look.
 */
export const withoutContacts = untilSame((text) => {
  const shown = readable(text)
  return markSpans(text, [
    ...postcodesIn(text, shown),
    ...emailsIn(shown),
    ...phonesIn(text, shown),
  ])
})
