import { turnsAway } from '../../../shared/codes/outcomes.ts'
import type { Alert } from './alert.ts'
import { isOutcome } from './answer-fields.ts'

/** What somebody may do with an alert. */
export const steps = ['take', 'outcome', 'feedback', 'telling', 'case-status', 'hand-over'] as const
export type Step = (typeof steps)[number]

type Told = Pick<Alert, 'state' | 'outcome' | 'heldBy'>

const decidable = ['ACKNOWLEDGED', 'CHALLENGED', 'DECIDED', 'FED_BACK']

const isOfWork = ({ state, outcome }: Told): boolean =>
  state === 'FED_BACK' &&
  outcome !== undefined &&
  !(isOutcome(outcome.code) && turnsAway(outcome.code))

const isOpenTo: Readonly<Record<Step, (alert: Told) => boolean>> = {
  // What was given back to the team is to be taken again.
  take: ({ state, heldBy }) => heldBy === undefined && state !== 'FED_BACK',
  outcome: ({ state }) => decidable.includes(state),
  feedback: ({ state }) => state === 'DECIDED',
  telling: () => true,
  'case-status': isOfWork,
  'hand-over': ({ state }) => state !== 'RAISED',
}

/** Whether a step is to be offered. Whether it may be taken the API alone says. */
export const mayOffer = (step: Step, alert: Told): boolean => isOpenTo[step](alert)

/** The step that waits: what a page puts first. */
export const nextStep = (alert: Told): Step | undefined => {
  if (alert.state === 'FED_BACK') return undefined
  return (['take', 'feedback', 'outcome'] as const).find((step) => mayOffer(step, alert))
}
