import {
  type LoadChildrenDeps,
  type LoadPartDone,
  loadChildren,
} from '../../shared/casework/load-children.ts'
import { loadRegisterContract } from '../../shared/http/contracts/register-loads.ts'
import type { Guard } from '../../shared/http/guard.ts'
import { endpoint, type GuardedEndpoint } from '../../shared/http/pipeline.ts'
import { HubError } from '../../shared/kernel/hub-error.ts'
import { goneOf, type RegisterLoad } from '../../shared/register/load.ts'
import { notOwn } from './replies.ts'

type Deps = LoadChildrenDeps & Pick<Guard, 'recordRefusal'>

const viewOf = ({ revision: _r, authority: _a, ...load }: RegisterLoad) => load

const faultOf = (done: Exclude<LoadPartDone, { readonly load: RegisterLoad }>): HubError =>
  done.kind === 'not-theirs'
    ? notOwn()
    : new HubError('state-conflict', 'compare the whole load first, from its beginning')

const shrinking = (load: RegisterLoad): HubError =>
  new HubError(
    'state-conflict',
    `the load would close ${goneOf(load)} of ${load.standing} open cases, more than a tenth: nothing was written; if that is meant, say confirmed: ${goneOf(load)}`,
  )

/** `/register-loads`: many children in one call. */
export const loadEndpoints = (deps: Deps): GuardedEndpoint[] => [
  endpoint('loadRegister', loadRegisterContract, async ({ by, body }) => {
    const done = await loadChildren(by, body, deps)
    if (done.kind === 'not-theirs') await deps.recordRefusal(by, 'register.write')
    if (done.kind === 'not-theirs' || done.kind === 'not compared') throw faultOf(done)
    if (done.kind === 'shrinks') throw shrinking(done.load)
    const isDone = done.kind === 'done'
    const records = isDone ? done.records : []
    const told = records.filter(({ outcome, notes }) => outcome !== 'UNCHANGED' || notes.length > 0)
    return { status: 200, body: { isDone, load: viewOf(done.load), records: told } }
  }),
]
