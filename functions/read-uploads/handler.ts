import { type ReadUploadsDeps, readUploads } from '../../shared/casework/read-uploads.ts'
import type { Log } from '../../shared/logging/logger.ts'
import { importTask } from '../../shared/streams/import-task.ts'

export type Deps = ReadUploadsDeps & { readonly log: Log }

/** Reads the files of an import, which anybody may have written, and knows nothing of the register. */
export const createHandler = (deps: Deps) =>
  importTask(async (importId) => ({ isRead: await readUploads(importId, deps) }), deps)
