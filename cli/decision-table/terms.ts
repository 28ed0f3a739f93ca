// The words of the rows, with their codes taken from the tables that decide.
import { concernFlagNames, concernFlags } from '../../shared/codes/concern-flags.ts'
import { consentStatuses, consentStatusNames } from '../../shared/codes/consent-statuses.ts'
import { domainNames, domainsOf, factorCodes } from '../../shared/codes/factors.ts'
import { openStatuses, openStatusNames } from '../../shared/codes/open-statuses.ts'
import { whyNotSought, whyNotSoughtReasons } from '../../shared/codes/why-not-sought.ts'
import { reasonsToWatch } from '../../shared/sharing/reasons-to-watch.ts'

const listed = (words: readonly string[]): string => words.join(', ')

const risks = whyNotSoughtReasons.filter((reason) => whyNotSought[reason].isOfRisk)
const otherReasons = whyNotSoughtReasons.filter(
  (reason) => whyNotSought[reason].isReal && !whyNotSought[reason].isOfRisk,
)
const refusals = consentStatusNames.filter((status) => consentStatuses[status].isRefusal)
const abuseFlags = concernFlagNames.filter((flag) => concernFlags[flag].isDomesticAbuse)
const plans = openStatusNames
  .filter((status) => openStatuses[status].isPlanned)
  .map((status) => `${status} (${openStatuses[status].label})`)

const codesOf = (domain: string): string =>
  listed(factorCodes.filter((code) => domainsOf([code]).some((one) => one === domain)))
const domainLines = domainNames
  .map((name) => `  - ${name.replaceAll('-', ' ')}: ${codesOf(name)}`)
  .join('\n')
const watchLines = reasonsToWatch.map(({ when }) => `  - ${when}`).join('\n')

export const terms = `## Words

Flags and factors count as they were sent; factors are those of the children in need census.

- *Duty*: the sender is bound by Children Act 2004, s.16LA (a body of s.11, or its contractor), and the duty is in force
  on the day.
- *Risk reason*: consent was not asked for because of ${listed(risks)}. It is read whatever became of consent.
- *Real reason*: any of those, or ${listed(otherReasons)}.
- *Refused*: ${refusals.join(' or ')}. Withdrawing never calls back what was shared; it stops what would follow.
- *Missing*: the form says nothing of consent. It counts as not asked for without a reason, whatever reason stands
  beside it.
- *Domestic abuse*: flag ${abuseFlags.join(' or ')}, or a factor ${codesOf('domestic-abuse')}.
- *DETRIMENT_CLAIMED*: the referrer holds that sharing hurts the child more than silence (s.16LA(3)).
- *Joined child*: one who is named and confirmed, a child of a confirmed adult, or one of the same home. An adopted child
  is never joined through a birth parent.
- *Planned*: the gravest status of the joined children is ${listed(plans)}.
- *Combination (F3)*: with this concern, which itself names a domain, the household shows two of the four domains in
  twelve months, told in two concerns (H1 and above) of different agencies, or of incidents more than 72 hours apart. In
  a parent (B), the child (A) or another of the household (C) they count alike. One form never makes a combination.
${domainLines}
- *Three in three months (F3)*: three notices of the household, H1 and above; one that was sent again counts once.
- *Watched*: the case may not be put aside unseen. Any one of these is enough:
${watchLines}
- *Protected household*: somebody of it is hidden in the register, or a concern of the last 24 months about anybody of it,
  whether shared, held or reviewed, carries domestic abuse, RESTRICTED_ADDRESS, or whom to keep away from.
- *The sender's lead*: of the agency that sent the concern, never who claims detriment or who submitted it. *The
  partnership lead*: appointed by all partners, outside the councils' teams.
- *Match*: CONFIRMED, POSSIBLE (one person, not sure), MANY, NONE: the best of the people of the concern.

RESTRICTED_ADDRESS, ADOPTED and SENSITIVE_CHILD_SERVICE stand in no row: they change what an alert shows and what a parent
is told, not whether one goes.`
