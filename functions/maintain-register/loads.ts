import {
  type LoadChildrenDeps,
  type LoadPartDone,
  loadChildren,
} from '../../shared/casework/load-children.ts'
import { listLoads, type ReadLoadsDeps, readLoad } from '../../shared/casework/read-loads.ts'
import {
  listRegisterLoadsContract,
  readRegisterLoadContract,
} from '../../shared/http/contracts/read-loads.ts'
import { loadRegisterContract } from '../../shared/http/contracts/register-loads.ts'
import type { Guard } from '../../shared/http/guard.ts'
import { endpoint, type GuardedEndpoint } from '../../shared/http/pipeline.ts'
import { HubError } from '../../shared/kernel/hub-error.ts'
import { present } from '../../shared/kernel/present.ts'
import { type RegisterLoad, shrinking, toConfirm } from '../../shared/register/load.ts'
import { notOwn } from './replies.ts'

type Deps = LoadChildrenDeps & ReadLoadsDeps & Pick<Guard, 'recordRefusal'>

/** How far it is, for whoever sends it: a command of an earlier release takes these fields and no other. */
const progressOf = (load: RegisterLoad) => {
  const { digest, extent, phase, position, counts, compared, standing } = load
  return { digest, extent, phase, position, counts, standing, ...present({ compared }) }
}

/** Without the id of the child at which it is. */
const keptViewOf = (load: RegisterLoad) => {
  const { digest, extent, phase, counts, compared, standing, startedAt, changedAt } = load
  const { by, report, appliedAt } = load
  return {
    ...{ digest, extent, phase, counts, standing },
    ...present({ compared, toConfirm: toConfirm(load), startedAt, changedAt }),
    ...present({ appliedAt, by, report }),
  }
}

const faultOf = (done: Exclude<LoadPartDone, { readonly load: RegisterLoad }>): HubError =>
  done.kind === 'not-theirs'
    ? notOwn()
    : new HubError('state-conflict', 'compare the whole load first, from its beginning')

const reading = (deps: Deps): GuardedEndpoint[] => [
  endpoint('listRegisterLoads', listRegisterLoadsContract, async ({ by }) => {
    const { items, isCut } = await listLoads(by, deps)
    const linked = items.map((load) => ({
      ...keptViewOf(load),
      links: { self: `/v1/register-loads/${load.digest}` },
    }))
    return { status: 200, body: { items: linked, isCut } }
  }),
  endpoint('readRegisterLoad', readRegisterLoadContract, async ({ by, params }) => {
    const load = await readLoad({ by, digest: params.id }, deps)
    if (load === undefined) throw new HubError('not-found', 'no such load of your authority')
    return { status: 200, body: keptViewOf(load) }
  }),
]

/** `/register-loads`: many children in one call, and what was loaded. */
export const loadEndpoints = (deps: Deps): GuardedEndpoint[] => [
  ...reading(deps),
  endpoint('loadRegister', loadRegisterContract, async ({ by, body }) => {
    const done = await loadChildren(by, body, deps)
    if (done.kind === 'not-theirs') await deps.recordRefusal(by, 'register.write')
    if (done.kind === 'not-theirs' || done.kind === 'not compared') throw faultOf(done)
    if (done.kind === 'shrinks') throw shrinking(done.load)
    const isDone = done.kind === 'done'
    const records = isDone ? done.records : []
    const told = records.filter(({ outcome, notes }) => outcome !== 'UNCHANGED' || notes.length > 0)
    return { status: 200, body: { isDone, load: progressOf(done.load), records: told } }
  }),
]
