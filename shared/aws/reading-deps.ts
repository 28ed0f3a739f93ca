import type { ReadContentDeps } from '../casework/read-content.ts'
import type { Clients } from './clients.ts'
import { readAssessmentIn, readConcernIn, readConcernsIn } from './dynamodb/concerns.ts'
import { gatherAroundFrom } from './dynamodb/gather-around.ts'
import { readProtectorsIn } from './dynamodb/protections.ts'

/** What is read whenever words of a concern are shown to anybody: it, and the household around it as it now is. */
export const readingDepsFrom = (
  { store }: Pick<Clients, 'store'>,
  tables: { readonly intake: string; readonly register: string; readonly casework: string },
): ReadContentDeps => ({
  gatherAround: gatherAroundFrom(store, tables),
  readProtectors: readProtectorsIn(store, tables.casework),
  readConcern: readConcernIn(store, tables),
  readConcerns: readConcernsIn(store, tables),
  readAssessment: readAssessmentIn(store, tables.casework),
})
