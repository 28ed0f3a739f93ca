import type { DecisionKind } from '../../shared/sharing/decision.ts'

/** A kind of concern of the mix, how many of a hundred it is, and what must become of it or the run measures nothing. */
type Kind = {
  readonly percent: number
  readonly means: string
  readonly decision: DecisionKind
  readonly isKnown: boolean
  /** How many children are told of. */
  readonly children: number
}

export const mix = {
  'no-match-held': {
    percent: 35,
    means: 'early help refused, family unknown: held',
    decision: 'HOLD',
    isKnown: false,
    children: 1,
  },
  shared: {
    percent: 15,
    means: 'child in need, agreed, family unknown: shared where the child lives',
    decision: 'SHARE',
    isKnown: false,
    children: 1,
  },
  held: {
    percent: 15,
    means: 'early help refused, family known: held',
    decision: 'HOLD',
    isKnown: true,
    children: 1,
  },
  review: {
    percent: 10,
    means: 'child in need, refused, family known: the sender’s lead is asked',
    decision: 'HUMAN_REVIEW',
    isKnown: true,
    children: 1,
  },
  'one-child': {
    percent: 12,
    means: 'child in need, agreed, one child of the register: shared',
    decision: 'SHARE',
    isKnown: true,
    children: 1,
  },
  'four-children': {
    percent: 8,
    means: 'the same, four children of the register: shared',
    decision: 'SHARE',
    isKnown: true,
    children: 4,
  },
  'further-notice': {
    percent: 5,
    means: 'once more of a family of whom an alert is open: a further notice',
    decision: 'SHARE',
    isKnown: true,
    children: 1,
  },
} as const satisfies Record<string, Kind>
export type MixKind = keyof typeof mix

export const mixKinds: readonly MixKind[] = [
  'no-match-held',
  'shared',
  'held',
  'review',
  'one-child',
  'four-children',
  'further-notice',
]

/** Kinds in the order in which concerns of them come: spread over each hundred, a further notice after what it follows. */
export const kindsOf = (concerns: number): readonly MixKind[] => {
  const due = new Map<MixKind, number>(mixKinds.map((kind) => [kind, 0]))
  return Array.from({ length: concerns }, () => {
    for (const kind of mixKinds) due.set(kind, (due.get(kind) ?? 0) + mix[kind].percent / 100)
    const [next = 'no-match-held'] = [...mixKinds].toSorted(
      (one, other) => (due.get(other) ?? 0) - (due.get(one) ?? 0),
    )
    due.set(next, (due.get(next) ?? 0) - 1)
    return next
  })
}
