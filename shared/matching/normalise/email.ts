const setOf = (words: string): ReadonlySet<string> => new Set(words.split(' '))

/** Whoever opens these, it is no one person. A mailbox is a role's where its first word is one of them. */
const roles = setOf(
  'support info information admin administration administrator office reception enquiries enquiry inquiries contact ' +
    'contactus helpdesk helpline duty dutyteam dutyworker noreply donotreply referrals referral intake safeguarding ' +
    'frontdoor mash housing hostel refuge outreach keyworker keyworkers caseworker caseworkers customerservice ' +
    'customerservices webmaster postmaster hostmaster mailerdaemon nobody noemail unknown accounts complaints feedback',
)

/** Of these, only where every word is one: "help.desk" is a role, and somebody may be called Post. */
const rolesTogether = setOf(
  'help desk team mail email hello post staff service services general main manager none na nil test user client clients ' +
    'advice advocacy no do not reply us the first family families social care adult adults children childrens centre ' +
    'worker workers secretary bookings customer sales shelter house project line group',
)

/** The mailboxes of such a service are its workers', whatever their name. */
const ofService = /refuge|hostel|womens-?aid|homeless|night-?shelter|food-?bank/

const wordsOf = (name: string): readonly string[] =>
  name.split(/[._\-\d]+/).filter((word) => word !== '')

const isRole = (name: string): boolean => {
  const words = wordsOf(name)
  const [first = ''] = words
  if (roles.has(first) || roles.has(words.join(''))) return true
  return words.length > 0 && words.every((word) => roles.has(word) || rolesTogether.has(word))
}

/**
 * One spelling of a personal mail address: lower case, no "+tag", Google's two names as one. The mailboxes of a role and of
 * refuges and hostels are missing: many people share them.
 */
export const emailOf = (text: string): string | undefined => {
  const [local = '', domain = '', ...more] = text.slice(0, 254).trim().toLowerCase().split('@')
  const [name = ''] = local.split('+')
  if (name === '' || domain === '' || more.length > 0) return undefined
  if (isRole(name) || ofService.test(domain)) return undefined
  return `${name}@${domain === 'googlemail.com' ? 'gmail.com' : domain}`
}
