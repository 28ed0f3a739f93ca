import { type RotateIndexDeps, rotateIndex } from '../../shared/casework/rotate-index.ts'
import type { Log } from '../../shared/logging/logger.ts'
import type { RotationPhase } from '../../shared/register/index-rotation.ts'

export type Deps = RotateIndexDeps & { readonly log: Log }

/** Every minute: makes the index's key where there is none, and takes its replacement one run further where one is wished for. */
export const createHandler = (deps: Deps) => async (): Promise<RotationPhase> => {
  const { rotation, pages } = await rotateIndex(deps)
  deps.log('info', 'SWEEP_COMPLETED', { count: pages, kind: rotation.phase })
  return rotation.phase
}
