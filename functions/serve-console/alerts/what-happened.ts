import type { TextKey, Values } from '../texts/texts.ts'
import type { Alert, Answer } from './alert.ts'

/** One thing that happened to an alert: when, in words, and what somebody wrote of it. */
export type Happened = {
  readonly at: string
  readonly text: TextKey
  readonly values?: Values
  /** A code that stands beside it, by the list of words that it belongs to. */
  readonly code?: { readonly list: 'outcome' | 'caseStatus' | 'whyNotTold'; readonly value: string }
  readonly words?: string
}

const by = ({ practitioner }: Answer): Values => ({ who: practitioner ?? '?' })

const one = <T>(thing: T | undefined, happened: (thing: T) => Happened): readonly Happened[] =>
  thing === undefined ? [] : [happened(thing)]

const ofOutcome = (outcome: NonNullable<Alert['outcome']>): Happened => ({
  at: outcome.confirmation?.at ?? outcome.at,
  text: outcome.confirmation === undefined ? 'happened.decided' : 'happened.decided-by-two',
  values: { ...by(outcome), second: outcome.confirmation?.practitioner ?? '' },
  code: { list: 'outcome', value: outcome.code },
  ...(outcome.reason !== undefined && { words: outcome.reason }),
})

const ofTelling = (telling: Alert['tellings'][number]): Happened => ({
  at: telling.at,
  text: telling.given.wasTold ? 'happened.told' : 'happened.not-told',
  values: by(telling),
  ...(telling.given.whyNot !== undefined && {
    code: { list: 'whyNotTold', value: telling.given.whyNot },
  }),
  ...(telling.given.reason !== undefined && { words: telling.given.reason }),
})

const ofHandOver = (handed: Alert['handOvers'][number]): Happened => {
  const { who = '?' } = by(handed)
  if (handed.to === undefined)
    return { at: handed.at, text: 'happened.handed-back', values: { who } }
  return handed.to === handed.practitioner
    ? { at: handed.at, text: 'happened.taken', values: { who } }
    : { at: handed.at, text: 'happened.handed-over', values: { who, to: handed.to } }
}

const answers = (alert: Alert): readonly Happened[] => [
  ...one(alert.acknowledgement, (given) => ({
    at: given.at,
    text: 'happened.taken',
    values: by(given),
  })),
  ...alert.handOvers.map(ofHandOver),
  ...alert.revised.flatMap(({ outcome, feedback }) => [
    ofOutcome(outcome),
    ...one(
      feedback,
      (given): Happened => ({ at: given.at, text: 'happened.fed-back', values: by(given) }),
    ),
  ]),
  ...one(alert.outcome, ofOutcome),
  ...one(alert.outcomeProposed, (proposed) => ({
    at: proposed.at,
    text: 'happened.proposed',
    values: by(proposed),
    code: { list: 'outcome', value: proposed.code },
    ...(proposed.reason !== undefined && { words: proposed.reason }),
  })),
  ...one(alert.feedback, (given) => ({
    at: given.at,
    text: 'happened.fed-back',
    values: by(given),
  })),
  ...one(alert.caseStatus, (given) => ({
    at: given.at,
    text: 'happened.case-status',
    values: by(given),
    code: { list: 'caseStatus', value: given.status },
  })),
  ...one(alert.caseEndProposed, (given) => ({
    at: given.at,
    text: 'happened.end-proposed',
    values: by(given),
  })),
]

const ofOthers = (alert: Alert): readonly Happened[] => [
  { at: alert.raisedAt, text: 'happened.raised' },
  ...one(alert.rerouted, ({ at, takenAt }) => ({
    at: takenAt ?? at,
    text: takenAt === undefined ? 'happened.passed-on' : 'happened.taken-over',
  })),
  ...alert.challenges.map(
    ({ at, reason }): Happened => ({ at, text: 'happened.challenged', words: reason }),
  ),
  ...alert.silences.map(
    ({ at, reason }): Happened => ({ at, text: 'happened.silence', words: reason }),
  ),
  ...alert.furtherNotices.map(({ at }): Happened => ({ at, text: 'happened.told-again' })),
  ...alert.engagements.map(
    ({ recordedAt, label }): Happened => ({
      at: recordedAt,
      text: 'happened.engagement',
      words: label,
    }),
  ),
  ...one(alert.withdrawal, ({ at, words }) => ({ at, text: 'happened.withdrawn', words })),
]

/** All that happened to an alert, the newest first. */
export const whatHappened = (alert: Alert): readonly Happened[] =>
  [...ofOthers(alert), ...answers(alert), ...alert.tellings.map(ofTelling)].toSorted((a, b) =>
    a.at < b.at ? 1 : -1,
  )

/** What happened after somebody opened it. */
export const happenedSince = (alert: Alert, opened: string): readonly Happened[] =>
  whatHappened(alert).filter(({ at }) => at > opened)
