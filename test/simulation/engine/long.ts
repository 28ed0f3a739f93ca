import type { Run } from '../run.ts'

/** Of so many seeds one goes on for three days. */
const longOf = 16

/** Whether days go by in which nobody answers. */
export const isLong = ({
  seed,
  mode,
  isFaulty,
}: Pick<Run, 'seed' | 'mode' | 'isFaulty'>): boolean =>
  isFaulty && mode === 'all' && seed % longOf === 2
