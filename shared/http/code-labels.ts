import { agencyTypes } from '../codes/agency-types.ts'
import { engagements } from '../codes/engagements.ts'
import { factors } from '../codes/factors.ts'
import { openStatuses } from '../codes/open-statuses.ts'
import { conferences, noFurtherActionReasons, whatFollows } from '../codes/outcome-details.ts'
import { outcomes } from '../codes/outcomes.ts'
import { toldPeople, whyNotTold } from '../codes/tellings.ts'
import { flaws } from '../loading/flaws.ts'
import { importFaultWords } from '../register/import-codes.ts'
import { questions } from '../reviews/questions.ts'

type Labels = Readonly<Record<string, string>>

const labelsIn = (table: Readonly<Record<string, { readonly label: string }>>): Labels =>
  Object.fromEntries(Object.entries(table).map(([code, { label }]) => [code, label]))

const asked = Object.fromEntries(Object.entries(questions).map(([kind, { asks }]) => [kind, asks]))

const wrong = Object.fromEntries(Object.entries(flaws).map(([code, flaw]) => [code, flaw.wrong]))

/** Of codes whose own table has no words for them, because the hub itself shows them to nobody. */
const others: readonly Labels[] = [
  importFaultWords,
  { csv: 'A table', json: 'JSON: one document, or an object a line' },
  { check: 'Read, and compared with the register', apply: 'Changing the register' },
  {
    AWAITING_FILES: 'Its files are to be uploaded',
    CHECKING: 'Its files are read and compared with the register',
    CHECKED: 'It was compared, and waits to be applied',
    APPLYING: 'The register is being changed',
    APPLIED: 'The register was changed',
    FAILED: 'It went no further; `fault` says why',
  },
  {
    safeguarding: 'To protect a child from harm',
    welfare: 'To promote a child’s welfare',
    other: 'Neither: somebody is asked whether that was meant',
  },
  { open: 'What still owes something', closed: 'What owes nothing more' },
  { DONE: 'It was done', REFUSED: 'It was refused' },
  {
    H0: 'No harm to a child is stated',
    H1: 'The family could do with some support: early help',
    H2: 'A child in need (Children Act 1989, s.17)',
    H3: 'A child may be suffering significant harm (Children Act 1989, s.47)',
    H4: 'A child is in immediate danger',
  },
  { M: 'Male', F: 'Female', U: 'Not known, or not yet born' },
  {
    MOTHER: 'Mother',
    FATHER: 'Father',
    STEP_PARENT: 'Step-parent',
    PARTNER_OF_PARENT: 'Partner of a parent',
    GRANDPARENT: 'Grandparent',
    SIBLING: 'Brother or sister',
    OTHER_RELATIVE: 'Another relative',
    CARER: 'Carer who is no relative',
    OTHER: 'Somebody else',
    UNKNOWN: 'Not known',
  },
  {
    PARTNER: 'Partner',
    FORMER_PARTNER: 'Former partner',
    PARENT: 'Parent',
    SIBLING: 'Brother or sister',
    ADULT_CHILD: 'Grown-up child',
    OTHER_RELATIVE: 'Another relative',
    HOUSEHOLD_MEMBER: 'Lives in the same home',
    OTHER: 'Somebody else',
    UNKNOWN: 'Not known',
  },
  { YES: 'Yes', NO: 'No', UNKNOWN: 'Not known' },
  {
    NONE: 'Never sees the child',
    OCCASIONAL: 'Now and then',
    WEEKLY: 'Every week',
    OVERNIGHT: 'The child sometimes stays overnight, or the adult does',
    RESIDENT: 'They live together',
    UNKNOWN: 'Not known',
  },
  {
    VICTIM: 'Is hurt or afraid',
    ALLEGED_PERPETRATOR: 'Is said to hurt or frighten others',
    UNKNOWN: 'Not known, or there is no abuse',
  },
  {
    DA: 'There is domestic abuse',
    MARAC: 'The case is or was heard at a MARAC',
    RESTRICTED_ADDRESS: 'An address must not become known',
    DETRIMENT_CLAIMED: 'Telling is said to do the child more harm than not telling',
    DELUSION_INVOLVES_CHILD: 'A delusion involves the child',
    SUICIDE_PLAN_INVOLVES_CHILD: 'A plan of suicide involves the child',
    ADOPTED: 'The child is adopted',
    SENSITIVE_CHILD_SERVICE: 'The child uses a service that must not become known',
    STAFF_CONFLICT: 'Somebody on the staff is related to the family',
    UNBORN: 'A child is expected',
    PREVIOUS_REMOVAL: 'A child of the family was removed before',
  },
  {
    FACT: 'Seen or heard by whoever says it',
    OPINION: 'What they think of it',
    REPORTED: 'What somebody else told them',
  },
  {
    GIVEN: 'They agreed',
    REFUSED: 'They said no',
    WITHDRAWN: 'They agreed, and then took it back',
    NOT_SOUGHT: 'They were not asked',
    LACKS_CAPACITY: 'They cannot decide this for themselves now',
  },
  {
    RISK_TO_CHILD: 'Asking could put a child at risk',
    RISK_TO_ANOTHER: 'Asking could put somebody else at risk',
    PREJUDICES_INVESTIGATION: 'Asking could prejudice an investigation',
    DELAY_HARMS: 'Waiting for an answer could harm a child',
    CANNOT_BE_GIVEN: 'They cannot give it',
    NOT_REASONABLY_OBTAINABLE: 'They could not reasonably be reached',
    NO_REASON: 'No reason was given',
  },
  {
    SAW: 'The child saw it',
    HEARD: 'The child heard it',
    PRESENT: 'The child was in the home',
    NOT_PRESENT: 'The child was not there',
    UNKNOWN: 'Not known',
  },
  { STANDARD: 'Standard risk', MEDIUM: 'Medium risk', HIGH: 'High risk' },
  { ABROAD: 'Outside the United Kingdom', UNKNOWN: 'Not known' },
  { WRONG_PERSON: 'It is about the wrong person', SENT_IN_ERROR: 'It was sent by mistake' },
  { OPEN: 'The work goes on', ENDED: 'The work has ended' },
  {
    IDENTIFIED: 'The person is each of the records named',
    NOBODY: 'The person is none of them',
    SHARE: 'Share what was sent',
    SHARE_MINIMAL: 'Share the least that lets somebody act',
    HOLD: 'Do not share now',
    HUMAN_REVIEW: 'A person is asked',
  },
  { EXPLAINED: 'There is a reason for it', TAKEN_UP: 'It is being gone into' },
  {
    EARLY_HELP: 'Early help',
    IN_NEED: 'Child in need',
    PROTECTION_PLAN: 'Child protection plan',
    LOOKED_AFTER: 'Looked after',
    PROCEEDINGS: 'Care proceedings',
    ADOPTED: 'Adopted',
    SPECIAL_GUARDIANSHIP: 'Special guardianship',
    CLOSED: 'No work goes on',
  },
  { RUNNING: 'It runs', KEPT: 'It was kept', BROKEN: 'It was broken' },
  {
    address: 'Where the person lives',
    adopted: 'That the child is adopted, and what was before',
    sensitiveService: 'That the child uses a sensitive service',
  },
  { JUSTIFIED: 'It was needed', NOT_JUSTIFIED: 'It was not needed' },
  { child: 'A child', adult: 'An adult' },
  { immediate: 'Look at once', today: 'Look today', routine: 'Look in its turn' },
  {
    inbox: 'Whoever reads the inbox',
    manager: 'A manager of the authority',
    'authority-lead': 'The authority’s lead',
    'sender-lead': 'The safeguarding lead of the agency that sent it',
    'partnership-lead': 'The partnership lead',
    authority: 'The authority on whose register the candidates stand',
  },
  {
    manager: 'A manager of the authority',
    head: 'The authority’s head of service',
    partnership: 'The partnership lead',
  },
  { ASSESSMENT_ENDS: 'The assessment ends', CONFERENCE: 'The conference is due' },
  {
    received: 'It was received',
    returned: 'It came back: more is asked for',
    'reason-asked': 'A reason is asked for',
    acknowledged: 'A social worker has acknowledged it',
    answered: 'A social worker has answered',
    challenged: 'The answer is contested',
    withdrawn: 'It was taken back',
  },
  {
    CONFIRMED: 'One record is this person',
    POSSIBLE: 'One record may be this person',
    MANY: 'Several records may be this person',
    NONE: 'No record is this person',
  },
  {
    DUTY: 'The duty to share binds it (Children Act 2004, s.16LA)',
    OTHER: 'The duty does not bind it',
  },
  {
    no: 'Nobody in the family is to hear of it yet',
    'safe-contact-only': 'Only by the safe way to reach them',
    'ask-first': 'Ask the sender first',
    yes: 'They may be told',
  },
  {
    '6(1)(c)': 'Legal obligation (UK GDPR)',
    '6(1)(d)': 'Vital interests (UK GDPR)',
    '6(1)(e)': 'Public task (UK GDPR)',
    '6(1)(ea)': 'Recognised legitimate interests (UK GDPR)',
    '6(1)(f)': 'Legitimate interests (UK GDPR)',
  },
  {
    consent: 'With consent',
    duty: 'By a duty in law',
    'public-interest': 'In the public interest',
  },
  {
    WHERE_THE_CHILD_IS: 'The child is said to be in its area',
    HOLDS_THE_CHILD: 'The child is on its register',
  },
  {
    RAISED: 'Nobody has acknowledged it',
    ACKNOWLEDGED: 'Somebody has it',
    DECIDED: 'An outcome is recorded; its sender waits to be told',
    FED_BACK: 'Its sender was told',
    CHALLENGED: 'Its sender contests the answer',
  },
  {
    matched: 'About children on the register',
    unmatched: 'About a family that is not on the register',
    'early-help': 'Early help, with consent',
  },
  { red: 'Most pressing', amber: 'Pressing', green: 'Can wait its turn' },
  {
    PREVIOUS_REMOVAL: 'A child of the family was removed before',
    PHONE_FIRST: 'Ring the sender before anything else',
    PROTECTED: 'Something here protects somebody: it must not be passed on',
    ASK_BEFORE_CONTACT: 'Ask the sender before you contact anybody in the family',
    UNKNOWN_FAMILY: 'The family is not on the register',
    KNOWN_TO_ANOTHER_AUTHORITY: 'Another authority knows the family',
    INCOMPLETE: 'Something that was sent could not be read',
    CONSENT_INCOMPLETE: 'What was said of consent is incomplete',
    LEADS_ONLY: 'For leads only',
    UNBORN: 'A child is expected',
    UNDER_TWO: 'A child is under two',
    CORRECTION: 'Something was corrected since',
    WITHDRAWN_BY_SENDER: 'Its sender took it back',
  },
  {
    NAMED: 'The concern names the child',
    RELATED: 'An adult of the concern is the child’s on the register',
    HOME: 'They live at one address',
  },
  {
    'substance-misuse': 'Substance misuse',
    'domestic-abuse': 'Domestic abuse',
    'mental-health': 'Mental health',
    'learning-disability': 'Learning disability',
  },
  {
    'combination-in-12-months': 'Two kinds of problem within twelve months',
    'three-notifications-in-3-months': 'Three notifications within three months',
  },
  {
    CONCERN: 'A concern was told',
    CORRECTION: 'A concern was corrected',
    OUTCOME: 'Social care decided',
    CASE_ENDED: 'Social care’s work ended',
    ENGAGEMENT: 'How the adult stood with a service',
  },
  { agency: 'A service', authority: 'Children’s social care of an authority' },
  {
    previousRemoval: 'A child was removed',
    previousProtectionPlan: 'There was a child protection plan',
    previouslyLookedAfter: 'A child was looked after',
  },
  {
    queue: 'A queue is fetched from',
    poll: 'The inbox of the API is read',
    push: 'It is pushed to a receiver',
  },
  {
    OPEN: 'Nobody has answered',
    PROPOSED: 'One of two has answered',
    DECIDED: 'It is decided',
    LAPSED: 'Its time ran out, and the clock decided',
    OVERTAKEN: 'What was asked no longer stands',
  },
  { MADE: 'The day was looked at', NOT_MADE: 'The day was not looked at yet' },
  { PROPOSED: 'A second person is needed', LIFTED: 'It is lifted', UNMASKED: 'It is shown' },
  {
    FULL: 'It tells of every child: whoever is not in it is gone',
    DELTA: 'It tells of some children: nobody is gone',
  },
  { compare: 'Compare with the register, and change nothing', apply: 'Change the register' },
  {
    COMPARING: 'It is being compared',
    COMPARED: 'It was compared',
    APPLYING: 'It is being applied',
    APPLIED: 'It was applied',
  },
  {
    NEW: 'It is new',
    CHANGED: 'Something of it is new',
    MARKED: 'Nothing is new; from now on it counts as brought by loads',
    UNCHANGED: 'Nothing is new',
    GONE: 'It is not in the load any more: the case is closed',
    GONE_HELD: 'It is not in the load any more, but people keep it by hand',
    DELETED_HERE: 'A person took it away, and no load brings it back',
    TOO_LARGE: 'It would hold more than a record keeps',
    BUSY: 'Others kept changing it: send it again',
  },
  {
    EDITED_HERE: 'Somebody changed it since the last load',
    RESTRICTION_STANDS: 'No load lifts a restriction',
    CLOSED_STANDS: 'A person closed the case, and what is told began before',
    ADULT_TAKEN_AWAY: 'A person took the adult from the child',
    CASE_ENDS: 'Its case was open and is by the file no longer',
  },
  { alert: 'An alert', chronology: 'The chronology of a child' },
  {
    ASKED: 'A second person is needed',
    LAPSED: 'Nobody approved in time',
    APPROVED: 'It may be read',
    REVIEWED: 'Its owner has looked at it',
  },
  {
    SIGN_IN: 'The identity provider of their organisation',
    AUTHORITY: 'The authority’s own system',
    CLIENT: 'The client alone',
    NOT_KNOWN_HERE: 'Written by another release',
  },
]

/** Codes with the words in which a person would say them, a list of codes each. */
const codeLists: readonly Labels[] = [
  labelsIn(agencyTypes),
  labelsIn(factors),
  labelsIn(outcomes),
  conferences,
  whatFollows,
  noFurtherActionReasons,
  engagements,
  toldPeople,
  ...others,
  whyNotTold,
  labelsIn(openStatuses),
  { ...asked },
  wrong,
]

/** The words for codes that come together, in their order; undefined where a list is of nothing that has words. */
export const labelsOf = (codes: readonly string[]): readonly string[] | undefined => {
  const list = codeLists.find((labels) => codes.every((code) => code in labels))
  return list === undefined ? undefined : codes.map((code) => list[code] ?? code)
}

/** A description with `x-enum-descriptions` beside each list of codes, which generators of clients read. */
export const withLabels = (described: unknown): unknown => {
  if (Array.isArray(described)) return described.map(withLabels)
  if (typeof described !== 'object' || described === null) return described
  const labelled = Object.fromEntries(
    Object.entries(described).map(([key, value]) => [key, withLabels(value)]),
  )
  const { enum: codes } = described as { readonly enum?: unknown }
  const labels = Array.isArray(codes) ? labelsOf(codes.map(String)) : undefined
  return labels === undefined ? labelled : { ...labelled, 'x-enum-descriptions': labels }
}
