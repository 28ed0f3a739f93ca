import { type LoadStep, type RegisterLoad, running } from '../register/load.ts'
import type { WaitingPart } from './read-uploads.ts'

/** Where a load is, seen from one part of it. */
export type Placed =
  /** It goes on within the part, after this own id. */
  | { readonly kind: 'here'; readonly after: string }
  /** The part is done: the next one is meant. */
  | { readonly kind: 'behind'; readonly after: string }
  /** The whole step is. */
  | { readonly kind: 'over'; readonly after: string }

/** Whether a step of a load has ended, so that no part of it is wanted any more. A load that is being applied was compared. */
export const isStepOver = (step: LoadStep, { phase }: Pick<RegisterLoad, 'phase'>): boolean =>
  step === 'compare' ? phase !== 'COMPARING' : phase === 'APPLIED'

/** Whether a load is not where a step that has ended leaves it: the same content was loaded by somebody else. */
export const isOtherwiseLoaded = (step: LoadStep, load: RegisterLoad | undefined): boolean =>
  load === undefined || !isStepOver(step, load)

const isDone = ({ upTo }: WaitingPart, position: string): boolean =>
  upTo !== undefined && upTo <= position

/**
 * Where a part finds its load. Only the first part begins one: any other, sent from the beginning, would take everybody before
 * it for gone. So where the load is before a part, the step is over for this import.
 */
export const placeOfPart = (
  part: WaitingPart,
  step: LoadStep,
  load: RegisterLoad | undefined,
): Placed => {
  if (load?.phase === running[step]) {
    const { position } = load
    if (position < part.after) return { kind: 'over', after: position }
    return { kind: isDone(part, position) ? 'behind' : 'here', after: position }
  }
  const isFirst = part.after === ''
  const isOver = load !== undefined && isStepOver(step, load)
  const isBegunAnew = step === 'compare' && load?.phase !== 'APPLYING'
  if (isFirst && (isBegunAnew || !isOver)) return { kind: 'here', after: '' }
  return { kind: 'over', after: '' }
}
