import { stage } from '../../infra/stages/local.ts'
import type { Directory, DirectoryDeps } from '../../shared/agencies/directory.ts'

/** The authorities and agencies of the local stage. */
export const aDirectory: Directory = stage.directory

export const readsDirectory: DirectoryDeps = { readDirectory: async () => aDirectory }
