import type { ReadContentDeps } from '../casework/read-content.ts'
import type { Clients } from './clients.ts'
import { readAssessmentIn, readConcernIn, readConcernsIn } from './dynamodb/concerns.ts'
import { readDirectoryIn } from './dynamodb/directory.ts'
import { gatherAroundFrom } from './dynamodb/gather-around.ts'
import { readProtectorsIn } from './dynamodb/protections.ts'
import type { World } from './world.ts'

/** What is read whenever words of a concern are shown to anybody: it, and the household around it as it now is. */
export const readingDepsFrom = (
  { store, now }: Pick<Clients, 'store'> & Pick<World, 'now'>,
  tables: Readonly<Record<'directory' | 'intake' | 'register' | 'casework', string>>,
): ReadContentDeps => ({
  readDirectory: readDirectoryIn(store, tables.directory, now),
  gatherAround: gatherAroundFrom(store, tables),
  readProtectors: readProtectorsIn(store, tables.casework),
  readConcern: readConcernIn(store, tables),
  readConcerns: readConcernsIn(store, tables),
  readAssessment: readAssessmentIn(store, tables.casework),
})
