import { type BeginImportDeps, beginImport } from '../../shared/casework/begin-import.ts'
import {
  type ReadImportDeps,
  readImport,
  readRowsToMend,
} from '../../shared/casework/read-import.ts'
import {
  type ImportStepStarted,
  type StartImportStepDeps,
  startImportStep,
} from '../../shared/casework/start-import-step.ts'
import {
  applyRegisterImportContract,
  beginRegisterImportContract,
  checkRegisterImportContract,
  readRegisterImportContract,
  readRowsToMendContract,
} from '../../shared/http/contracts/register-imports.ts'
import {
  type ApiHandler,
  createApi,
  endpoint,
  type GuardedDeps,
} from '../../shared/http/pipeline.ts'
import { HubError } from '../../shared/kernel/hub-error.ts'
import { shrinking } from '../../shared/register/load.ts'
import { linksOf, viewOf } from './views.ts'

export type Deps = GuardedDeps & BeginImportDeps & StartImportStepDeps & ReadImportDeps

/** `/register/imports`: a register loaded by files. */
export const createHandler = (deps: Deps): ApiHandler =>
  createApi([begin(deps), check(deps), apply(deps), read(deps), mend(deps)], deps)

const nothing = () => new HubError('not-found', 'no such import of your authority')

const begin = (deps: Deps) =>
  endpoint('beginRegisterImport', beginRegisterImportContract, async ({ by, body }) => {
    const begun = await beginImport({ by, ...body }, deps)
    if (begun.kind === 'not-theirs') {
      await deps.recordRefusal(by, 'register.write')
      throw new HubError('request-invalid', 'the body does not fit its contract', {
        faults: [{ pointer: '/authority', detail: 'must be your own authority' }],
      })
    }
    const { importId } = begun.import
    const uploads = begun.uploads.map((upload, at) => ({ file: at + 1, ...upload }))
    const uploadBefore = begun.until.toISOString()
    const said = { importId, state: 'AWAITING_FILES', uploadBefore, uploads }
    return { status: 201, body: { ...said, links: linksOf(importId) } }
  })

/** @throws HubError where it was not set going */
const stepReply = (started: ImportStepStarted) => {
  if (started.kind === 'not-found') throw nothing()
  if (started.kind === 'conflict')
    throw new HubError('state-conflict', 'the import is not where this step follows')
  if (started.kind === 'shrinks') throw shrinking(started.load)
  const { importId, state } = started.import
  return { status: 202, body: { importId, state, links: linksOf(importId) } }
}

const check = (deps: Deps) =>
  endpoint('checkRegisterImport', checkRegisterImportContract, async ({ by, params }) =>
    stepReply(await startImportStep({ by, importId: params.id, step: 'check' }, deps)),
  )

const apply = (deps: Deps) =>
  endpoint('applyRegisterImport', applyRegisterImportContract, async ({ by, params, body }) =>
    stepReply(await startImportStep({ by, importId: params.id, step: 'apply', ...body }, deps)),
  )

const read = (deps: Deps) =>
  endpoint('readRegisterImport', readRegisterImportContract, async ({ by, params }) => {
    const found = await readImport({ by, importId: params.id }, deps)
    if (found === undefined) throw nothing()
    return { status: 200, body: viewOf(found) }
  })

const mend = (deps: Deps) =>
  endpoint('readRowsToMend', readRowsToMendContract, async ({ by, params }) => {
    const found = await readRowsToMend({ by, importId: params.id }, deps)
    if (found === undefined) throw nothing()
    const { until, files } = found
    return { status: 200, body: { readBefore: until.toISOString(), files } }
  })
