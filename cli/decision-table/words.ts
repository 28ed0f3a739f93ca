// What the tables cannot say of themselves, for somebody who knows the practice and not the hub.
import { domainNames, domainsOf, factorCodes } from '../../shared/codes/factors.ts'

export const heading = `# Decision table

<!-- Generated from shared/sharing by \`npm run decision-table\`; a test fails when it is stale. Do not edit. -->

When the hub shares what a service says about an adult with children's social care, and when it does not. The tables are
printed from the rules that decide, so they cannot say anything else. The rows are the hub's own reading of law and
guidance: they need the signature of a Caldicott Guardian and of a data protection officer before real use. They say what
is to be done; what the hub cannot do yet is listed in the [README](../README.md#what-it-can-do).`

export const reading = `## Reading the rows

Rows are read from the top, and the first that decides wins; a rule's number is its name, not its place. A row marked ↑
only raises the level of harm, never above H3, and reading goes on. *Due* is in working days. *Then* is what the decision
becomes when nobody answered in time; after a dash nothing follows but expiry. ″ means as above. What no row decides is
held under R0, an alarm rings, and a person looks the same day.

| Level | Harm, as the referrer states it |
| --- | --- |
| H0 | none |
| H1 | early help |
| H2 | child in need (Children Act 1989, s.17) |
| H3 | significant harm suspected (s.47) |
| H4 | immediate danger |

| Decision | What happens |
| --- | --- |
| SHARE | the authority is alerted with all that redaction leaves |
| SHARE_MINIMAL | with the least: the children's ids, factors, level of harm, the reason in 500 characters, and how to reach the referrer |
| HUMAN_REVIEW | a person decides; until then nobody is told, but for an unmatched alert where the row says so |
| HOLD | nobody is told; it is kept until it expires, and may count when concerns accumulate (F3) |`

const domainLines = domainNames
  .map((name) => {
    const codes = factorCodes.filter((code) => domainsOf([code]).includes(name))
    return `${name.replaceAll('-', ' ')} (${codes.join(', ')})`
  })
  .join(', ')

export const words = `## Words

- *Duty*: the sender is bound by Children Act 2004, s.16LA (a body of s.11, or its contractor), and the duty is in force
  on the day.
- *Risk reason*: consent was not sought because of RISK_TO_CHILD, RISK_TO_ANOTHER or PREJUDICES_INVESTIGATION.
- *Real reason*: any of those three, DELAY_HARMS, CANNOT_BE_GIVEN or NOT_REASONABLY_OBTAINABLE. A missing status counts
  as NOT_SOUGHT with NO_REASON; so does NOT_SOUGHT without a reason.
- *Domestic abuse*: flag DA or MARAC, or a factor 3A, 3B or 3C (factors are those of the children in need census).
- *DETRIMENT_CLAIMED*: the referrer holds that sharing hurts the child more than silence (s.16LA(3)).
- *STAFF_CONFLICT*: who sends or reviews is related to the subject.
- *Accumulation (F3)*: concerns of twelve months around one child, from whatever service, touch two of the four domains:
  ${domainLines}.
- *Watched*: a child of 10 to 15 years (120 to 191 months) with factor 16A or a parent's, a code that ends in B (F10); or
  PREVIOUS_REMOVAL, of any child from the adult (F5; a banner on every alert, which never delays one); or three notifications in three months (F3), where the same agency within 72 hours
  counts once; or a
  family that an authority closed within twelve months, by no further action or advice (F14).
- *F11, late match*: what found nobody is to be tried again when a child is registered, born, renamed or moves.
- *F9*: pregnancy and domestic abuse weigh more together.
- *Sharing agreement*: between the sending service and each authority that would be told: within its dates, not revoked,
  looked at within twelve months, and for the purpose given.
- *Match*: whether the subject was found in the register. CONFIRMED, POSSIBLE (one person, not sure), MANY, NONE.
- *Unmatched alert*: goes to the authority where the child is said to live or be found, and names no child of the register.
- *The lead*: the safeguarding lead.
- *WITHDRAWN* never calls back what was shared; it stops what would follow.

RESTRICTED_ADDRESS, ADOPTED and SENSITIVE_CHILD_SERVICE stand in no row: they change what an alert shows, not whether one
goes.`

export const telling = `## Telling the parent

The first line that fits counts.

| When | Parent told |
| --- | --- |
| HOLD, or HUMAN_REVIEW until it is decided (then as the decision it leads to) | no |
| R3, immediate danger | no |
| a risk reason | no |
| domestic abuse | safe-contact-only: a practitioner tells the parent who is not the abuser, in the safe way agreed |
| any other SHARE or SHARE_MINIMAL | yes |`

export const ground = `## Lawful basis

Every decision names its basis, a hold too. Consent, article 6(1)(a), is never the basis: what is said about it decides
how much is shared and who is told. Article 6 of the UK GDPR and the statute follow from who sends and how grave it is:`

export const condition = `Article 9, with its condition of Data Protection Act 2018, Schedule 1, follows from what is said about consent.
Paragraph 18 is open only where consent could not be had, never after an answer:`

export const record = `## Always recorded

Whichever row decides: the concern, the rule, the policy's version, the facts decided on, the level of harm before and
after, the basis, the match, the fields disclosed and to whom, by whom and when. The facts name nobody, so that any
decision can be made again and compared: \`npm run replay\`.`
