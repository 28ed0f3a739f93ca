// What the tables cannot say of themselves, for somebody who knows the practice and not the hub.

export const heading = `# Decision table

<!-- Generated from shared/sharing by \`npm run decision-table\`; a test fails when it is stale. Do not edit. -->

When the hub shares what a service says about an adult with children's social care, and when it does not. The tables are
printed from the rules that decide, so they cannot say anything else. The rows are the hub's own reading of law and
guidance: they need the signature of a Caldicott Guardian and of a data protection officer before real use. They say what
is to be done; what the hub cannot do yet is listed in [what it can do](status.md).

Four principles, in this order when they meet:

1. A named child is never lost: whatever is not known of the adult, the child who was told of reaches a council, by name.
2. A survivor is never betrayed: what protects one person of a household protects against everything that is sent about
   another.
3. Whom the hub knows never decides what the sender can see: that follows from what was sent.
4. Silence never withholds a child in need: where a person must decide and does not, the clock discloses the least that
   serves.`

export const reading = `## Reading the rows

Rows are read from the top, and the first that decides wins; a rule's number is its name, not its place. A row marked ↑
only raises the level of harm, by what was sent alone and never above H3, and reading goes on: every *H…* below it is the
level after the raises. *Due* is in working days. *Then* is what the decision becomes when nobody answered in time; after
a dash nothing follows. ″ means as above. If no row decided, R0 would: an alarm rings, a person looks the same day, and
then the least is shared.

| Level | Harm, as the referrer states it |
| --- | --- |
| H0 | none |
| H1 | early help |
| H2 | child in need (Children Act 1989, s.17) |
| H3 | significant harm suspected (s.47) |
| H4 | immediate danger |

| Decision | What happens |
| --- | --- |
| SHARE | every authority concerned is alerted with all that redaction leaves |
| SHARE_MINIMAL | the same authorities are alerted with the least: who the children and adults are, where they are or the safe way to them, the safety block, factors, level of harm, the reason in 500 characters, and how to reach the referrer; no narrative, treatment or history |
| HUMAN_REVIEW | a lead is asked; until then no authority is told |
| HOLD | no authority is told; it is kept until it expires |

The authorities concerned are the one where the child is said to live or to be, and the responsible one of every joined
child. Where none of them is known, the partnership lead holds the alert in a queue, under the same clocks.`

export const tellingWords = `## Telling the parent

A line for professionals; the hub contacts no parent. The first line that fits counts. It is read again with the outcome
of a review, and at every reading with what protects the household then.`

export const ground = `## Lawful basis

Every decision names its basis, a hold too. Consent, article 6(1)(a), is never the basis: what is said about it decides
how much is shared and who is told. Article 6 of the UK GDPR and the statute follow from who sends and how grave it is:`

export const condition = `Article 9, with its condition of Data Protection Act 2018, Schedule 1, follows from why consent could not be had. A reason
counts whatever became of consent; that it was refused is no reason:`

export const offence = 'What tells of a crime is criminal-offence data:'

export const confidence = 'The duty of confidence owed to the subject is lifted by:'

export const record = `## Always recorded

Whichever row decides: the concern, the rule, the policy's version, the facts decided on, the level of harm before and
after and what raised it, the basis, the match, the fields disclosed and to whom, by whom and when. The facts name nobody,
so that any decision can be made again and compared: \`npm run replay\`; \`npm run decide\` answers for any facts.`
