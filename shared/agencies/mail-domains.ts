import * as z from 'zod'

/** The most that an agency registers: its own, and those of the few it works within. */
export const mostMailDomains = 20

const label = '[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?'

/**
 * A domain as an operator registers it. No Punycode (`xn--`): whoever reads the list could not see which letters it stands for. A
 * domain without a dot is nobody's on the internet.
 */
const mailDomainSchema = z
  .string()
  .max(253)
  .regex(new RegExp(`^(?:${label}\\.)+[a-z]{2,63}$`), {
    error:
      'a domain in small letters, such as trust.example, without @, *, a dot at its end or an address',
  })
  .refine((domain) => !/(?:^|\.)xn--/.test(domain), {
    error: 'a domain in plain letters: no part of it may begin with xn--',
  })

/** What is registered at the door; a row is read as it stands. */
export const mailDomainsSchema = z
  .array(mailDomainSchema)
  .max(mostMailDomains, { error: `at most ${mostMailDomains} domains` })
  .refine((domains) => new Set(domains).size === domains.length, { error: 'a domain stands twice' })

/**
 * Whether an address is of one of these domains: the very one, in any case of letters. A subdomain is often another system, run by
 * somebody else, so it counts only where it is registered itself. With two @ the mailbox is anybody's.
 */
const isOfOne = (address: string, domains: readonly string[]): boolean => {
  const [mailbox, domain, ...more] = address.split('@')
  return (
    mailbox !== '' &&
    domain !== undefined &&
    more.length === 0 &&
    // Small letters of other scripts become plain ones (the Kelvin sign a k): only ASCII is compared.
    /^[\x21-\x7e]+$/.test(domain) &&
    domains.includes(domain.toLowerCase())
  )
}

/**
 * Whether the agency may be written to there. Where it has registered nothing, nothing is known of its domains, and refusing every address
 * would keep concerns from the hub.
 */
export const mayBeWrittenTo = (address: string, domains: readonly string[]): boolean =>
  domains.length === 0 || isOfOne(address, domains)
