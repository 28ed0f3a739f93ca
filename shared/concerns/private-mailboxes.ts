import { mayBeWrittenTo } from '../agencies/mail-domains.ts'
import { contactsIn } from '../people/contacts-in.ts'
import { type Concern, notGiven } from './concern.ts'
import type { Fault } from './gaps-in.ts'

/** What is expected of the referrer's address. It names no domain: which are registered is nothing that a sender is told. */
const registered =
  'an address of your service: of a mail domain that it has registered with the hub'
const noOther = 'no e-mail address but one of a mail domain that your service has registered'

/** As it would be typed: "name (at) trust dot example" and signs of double width too. */
const typed = (found: string): string => {
  const plain = found.normalize('NFKC')
  const spoken = plain.includes('@') ? plain : plain.replace(/[\s([{<]at[\s)\]}>]/iu, '@')
  return spoken.replaceAll(/[\s([{<]dot[\s)\]}>]/giu, '.').replaceAll(/[\s()[\]{}<>]/g, '')
}

/** "Ring @ 5.30pm" is no mailbox: the last label of a domain is letters. */
const isMailbox = (address: string): boolean =>
  address.includes('@') && /^\p{L}{2,63}$/u.test(address.split('.').at(-1) ?? '')

const isPrivate = (text: string, domains: readonly string[]): boolean =>
  (contactsIn(text).emails ?? [])
    .map(typed)
    .some((address) => isMailbox(address) && !mayBeWrittenTo(address, domains))

/** Whatever of the referrer is words. */
const worded = ['name', 'role', 'phone', 'outOfHours', 'team', 'workBase'] as const

/**
 * Where somebody would be written to who is not at work: `secureEmail`, and a mailbox among the words by which the referrer is reached, which
 * would lead round it. What is answered goes to the work system alone (policy §5, X3).
 */
export const privateMailboxes = ({ referrer }: Concern, domains: readonly string[]): Fault[] => {
  const { secureEmail } = referrer
  const contact: Fault[] =
    secureEmail === notGiven || mayBeWrittenTo(secureEmail, domains)
      ? []
      : [{ path: ['referrer', 'secureEmail'], detail: registered }]
  const words = worded.filter((field) => isPrivate(referrer[field] ?? '', domains))
  return [
    ...contact,
    ...words.map((field): Fault => ({ path: ['referrer', field], detail: noOther })),
  ]
}
