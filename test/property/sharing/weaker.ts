// What it means that one decision is weaker than another, said once, as a practitioner would say it.
/** As much of a decision as the laws read. */
export type Decided = {
  readonly rule: string
  readonly decision: string
  readonly harmAfter: string
  readonly tellParent: string
  readonly asked: string | null
  readonly asksSenderLead: boolean
  readonly dueInWorkingDays: number | null
  readonly onTimeout: string | null
  readonly identityReview: boolean
  readonly leadsOnly: boolean
}

/** What a child may hope for: nothing, a person's eyes, the least that lets somebody act, all that is needed. */
const kinds = ['HOLD', 'HUMAN_REVIEW', 'SHARE_MINIMAL', 'SHARE']

export const strengthOf = (decision: string): number => kinds.indexOf(decision)

export const isDisclosed = (strength: number): boolean => strength >= strengthOf('SHARE_MINIMAL')

/** What a parent may be told, from the least. */
export const tellings: readonly string[] = ['no', 'safe-contact-only', 'ask-first', 'yes']

/** What is reached if nobody ever answers. */
export const endOf = ({ decision, onTimeout }: Decided): number => strengthOf(onTimeout ?? decision)

/** Working days until something happens: what is shared goes at once, what has no clock never moves. */
const waitOf = ({ decision, dueInWorkingDays }: Decided): number =>
  decision.startsWith('SHARE') ? 0 : (dueInWorkingDays ?? Number.POSITIVE_INFINITY)

const ways = {
  'less is done now': (before, after) => strengthOf(after.decision) < strengthOf(before.decision),
  'less is reached if nobody answers': (before, after) => endOf(after) < endOf(before),
  'it is done later': (before, after) => waitOf(after) > waitOf(before),
  'the harm is read as less': (before, after) => after.harmAfter < before.harmAfter,
  'nobody asks any more who somebody is': (before, after) =>
    before.identityReview && !after.identityReview,
} as const satisfies Record<string, (before: Decided, after: Decided) => boolean>

/** In which ways the second decision is weaker than the first; none, if it is not. */
export const weakerWays = (before: Decided, after: Decided): readonly string[] =>
  Object.entries(ways)
    .filter(([, isWeaker]) => isWeaker(before, after))
    .map(([way]) => way)
