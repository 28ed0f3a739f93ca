import type { Unfinished } from '../register/register-change.ts'
import { type RekeyChildrenDeps, rekeyChildren } from './rekey-children.ts'
import type { WaitingFor } from './waiting.ts'

export type TidyWaitingDeps = RekeyChildrenDeps & {
  /** Clears the keys of one record that nothing in it stands for; false when there were none. */
  readonly tidy: (unfinished: Unfinished) => Promise<boolean>
}

/** Puts the index of the register in order for one record; false when there was nothing left to do. */
export const tidyWaiting = (
  waiting: WaitingFor<'tidy-register'>,
  deps: TidyWaitingDeps,
): Promise<boolean> =>
  waiting.kind === 'index' ? deps.tidy(waiting) : rekeyChildren(waiting, deps)
