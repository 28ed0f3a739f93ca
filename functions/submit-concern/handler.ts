import {
  type Directory,
  type DirectoryDeps,
  isUnreadable,
} from '../../shared/agencies/directory.ts'
import { sideOf } from '../../shared/agencies/rehearsal.ts'
import { type LocateConcernDeps, locateConcern } from '../../shared/casework/locate-concern.ts'
import { type SubmitConcernDeps, submitConcern } from '../../shared/casework/submit-concern.ts'
import { acceptedReply } from '../../shared/http/accepted-reply.ts'
import {
  locateConcernContract,
  submitConcernContract,
} from '../../shared/http/contracts/concerns.ts'
import {
  type ApiHandler,
  createApi,
  endpoint,
  type GuardedDeps,
} from '../../shared/http/pipeline.ts'
import { submissionKeyOf } from '../../shared/http/submission-key.ts'
import { takeConcern } from '../../shared/http/take-concern.ts'
import { HubError } from '../../shared/kernel/hub-error.ts'

export type Deps = GuardedDeps & SubmitConcernDeps & DirectoryDeps & LocateConcernDeps

/** A concern is kept though its agency's row cannot be read, and waits for that; which mailboxes are its own nobody can check then. */
const sideAsFarAsRead = (all: Directory, agency: string): Directory =>
  isUnreadable(all, agency) ? all : sideOf(all, agency)

/** POST /concerns/places */
const locating = (deps: Deps) =>
  endpoint('locateConcern', locateConcernContract, async ({ by, body }) => {
    const { agency } = by.caller
    const directory = sideAsFarAsRead(await deps.readDirectory(), agency)
    const { concern } = takeConcern(body, deps.now(), { directory, agency })
    return { status: 200, body: await locateConcern({ by, concern, directory }, deps) }
  })

/** POST /concerns */
export const createHandler = (deps: Deps): ApiHandler =>
  createApi(
    [
      endpoint('submitConcern', submitConcernContract, async (call) => {
        const { by, headers, body, bodyHash, isOver } = call
        const { agency, agencyType } = by.caller
        if (agencyType === undefined)
          throw new HubError('not-permitted', 'only an adult service submits concerns')
        const directory = sideAsFarAsRead(await deps.readDirectory(), agency)
        const taken = takeConcern(body, deps.now(), { directory, agency })
        const key = submissionKeyOf(headers, { harm: taken.concern.harm, bodyHash })
        const sent = { by, agencyType, ...taken, key, bodyHash, isOver }
        const result = await submitConcern(sent, deps)
        switch (result.kind) {
          case 'over-quota':
            throw await deps.overQuota(by, 'concerns')
          case 'key-reused':
            throw new HubError('idempotency-key-reused', 'choose a new key for a new concern')
          case 'accepted':
          case 'replayed':
            return acceptedReply(result.concernId, { isReplay: result.kind === 'replayed' })
        }
      }),
      locating(deps),
    ],
    deps,
  )
