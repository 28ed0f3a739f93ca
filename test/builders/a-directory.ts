import { stage } from '../../infra/stages/local.ts'
import type { AgreedWith } from '../../shared/agencies/agreed-times.ts'
import type { Directory, DirectoryDeps } from '../../shared/agencies/directory.ts'

/** The authorities and agencies of the local stage. */
export const aDirectory: Directory = stage.directory

/** With nobody has any other time been agreed than the policy's. */
export const nothingAgreed: AgreedWith = () => undefined

export const readsDirectory: DirectoryDeps = { readDirectory: async () => aDirectory }
