import type { ReadContentDeps } from '../casework/read-content.ts'
import { placeIn } from '../places/packed-places.ts'
import type { Clients } from './clients.ts'
import { readAssessmentIn, readConcernsIn } from './dynamodb/concerns.ts'
import { readDirectoryIn } from './dynamodb/directory.ts'
import { gatherAroundFrom } from './dynamodb/gather-around.ts'
import { readProtectorsIn } from './dynamodb/protections.ts'
import { readAsAcceptedIn } from './dynamodb/read-accepted.ts'
import type { World } from './world.ts'

type ReadingEnvironment = Readonly<
  Record<'DIRECTORY_TABLE' | 'INTAKE_TABLE' | 'REGISTER_TABLE' | 'CASEWORK_TABLE', string>
>

/** What is read whenever words of a concern are shown to anybody: it, and the household around it as it now is. */
export const readingDepsFrom = (
  { store, places }: Pick<Clients, 'store' | 'places'>,
  environment: ReadingEnvironment,
  { now }: Pick<World, 'now'>,
): ReadContentDeps => {
  const tables = {
    intake: environment.INTAKE_TABLE,
    register: environment.REGISTER_TABLE,
    casework: environment.CASEWORK_TABLE,
  }
  return {
    readDirectory: readDirectoryIn(store, environment.DIRECTORY_TABLE, now),
    gatherAround: gatherAroundFrom(store, tables),
    readProtectors: readProtectorsIn(store, tables.casework),
    readConcern: readAsAcceptedIn(store, tables),
    readConcerns: readConcernsIn(store, tables),
    placeOf: placeIn(places),
    readAssessment: readAssessmentIn(store, tables.casework),
  }
}
