import type { ExportAuditDeps } from '../../shared/casework/export-audit.ts'
import type { FollowAuditDeps } from '../../shared/casework/follow-audit.ts'
import type { OpenSubjectAccessDeps } from '../../shared/casework/open-subject-access.ts'
import type { ProveEntryDeps } from '../../shared/casework/prove-entry.ts'
import type { ReadCheckpointDeps } from '../../shared/casework/read-checkpoint.ts'
import type { ReadReadersDeps } from '../../shared/casework/read-readers.ts'
import type { ReadSubjectAccessDeps } from '../../shared/casework/read-subject-access.ts'
import type { SearchPeopleDeps } from '../../shared/casework/search-people.ts'
import { type ApiHandler, createApi, type GuardedDeps } from '../../shared/http/pipeline.ts'
import { answerExport } from './export-endpoint.ts'
import { answerCheckpoint, answerConsistency, answerEntries, answerProof } from './log-endpoints.ts'
import { answerOpening, answerReading, answerSearch, answerUnmasking } from './person-endpoints.ts'
import { answerReaders } from './reader-endpoint.ts'

export type Deps = GuardedDeps &
  ExportAuditDeps &
  FollowAuditDeps &
  ProveEntryDeps &
  ReadCheckpointDeps &
  ReadReadersDeps &
  SearchPeopleDeps &
  OpenSubjectAccessDeps &
  ReadSubjectAccessDeps

/** What auditors ask: of entries, of the log itself, and of a person; and who has looked at an alert, which its authority asks. */
export const createHandler = (deps: Deps): ApiHandler =>
  createApi(
    [
      answerEntries(deps),
      answerProof(deps),
      answerExport(deps),
      answerCheckpoint(deps),
      answerConsistency(deps),
      answerReaders(deps),
      answerSearch(deps),
      answerOpening(deps),
      answerReading(deps),
      answerUnmasking(deps),
    ],
    deps,
  )
