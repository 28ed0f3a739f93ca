import {
  endImportStep,
  failImportStep,
  type LoadPartsDeps,
  loadNextPart,
} from '../../shared/casework/load-parts.ts'
import type { Log } from '../../shared/logging/logger.ts'
import { importTask } from '../../shared/streams/import-task.ts'

export type Deps = LoadPartsDeps & { readonly log: Log }

/** Compares the next part of an import with the register, or applies it; ends a step, or gives it up. */
export const createHandler = (deps: Deps) =>
  importTask(async (importId, task) => {
    if (task === 'turn') await loadNextPart(importId, deps)
    else if (task === 'end') await endImportStep(importId, deps)
    else await failImportStep(importId, deps)
    return {}
  }, deps)
