import { isTheirs, mayEver } from '../agencies/access.ts'
import type { Client } from '../agencies/client.ts'
import type { By } from '../agencies/recorder-of.ts'
import { withinPart } from '../loading/parts.ts'
import type { RegisterLoad } from '../register/load.ts'
import {
  doneTo,
  extentOf,
  type ImportRead,
  type RegisterImport,
} from '../register/register-import.ts'
import { byOf, endStep, type ImportDeps, saved } from './import-deps.ts'
import { type LoadChildrenDeps, loadChildren } from './load-children.ts'
import { isOtherwiseLoaded, isStepOver, type Placed, placeOfPart } from './place-of-part.ts'
import type { WaitingPart } from './read-uploads.ts'

export type LoadPartsDeps = ImportDeps &
  LoadChildrenDeps & {
    /** Undefined where there is no such client, or it cannot be read. */
    readonly readClient: (clientId: string) => Promise<Client | undefined>
    readonly readPart: (importId: string, number: number) => Promise<WaitingPart>
  }

type Loading = {
  readonly one: RegisterImport
  readonly read: ImportRead
  readonly step: 'compare' | 'apply'
  readonly by: By
}

const workedBy = 'load-parts'
const stepOfLoad = { check: 'compare', apply: 'apply' } as const

/** What goes on; undefined where nothing does, for a turn too many is no fault. */
const loadingOf = (one: RegisterImport | undefined): Loading | undefined => {
  if (one?.read === undefined || one.step === undefined) return undefined
  if (one.state !== 'CHECKING' && one.state !== 'APPLYING') return undefined
  return { one, read: one.read, step: stepOfLoad[one.step], by: byOf(one, workedBy) }
}

/** Sends the part from where the load is; undefined where the load is not what it was. */
const loadOne = async (
  { one, read, step, by }: Loading,
  { part, place }: { readonly part: WaitingPart; readonly place: Placed },
  deps: LoadPartsDeps,
): Promise<RegisterLoad | undefined> => {
  const { authority, confirmed } = one
  const { digest, report } = read
  const result = await loadChildren(
    by,
    {
      ...{ authority, digest, extent: extentOf(one), step, confirmed },
      ...withinPart(part, place.after),
      ...(place.after === '' && { report }),
    },
    deps,
  )
  return result.kind === 'done' || result.kind === 'is elsewhere' ? result.load : undefined
}

/** Whether the whole step is over with this part: at its end, or because somebody else loads the same. */
const loadPart = async (
  loading: Loading,
  part: WaitingPart,
  deps: LoadPartsDeps,
): Promise<boolean> => {
  const { one, read, step } = loading
  let load = await deps.readLoad(one.authority, read.digest)
  for (;;) {
    const place = placeOfPart(part, step, load)
    if (place.kind !== 'here') return place.kind === 'over'
    load = await loadOne(loading, { part, place }, deps)
    if (load === undefined || isStepOver(step, load)) return true
  }
}

/** Whether whoever began the step may still load this register. A step takes hours, and no token is asked for meanwhile. */
const isPermitted = async (
  { by, authority }: RegisterImport,
  { readClient }: LoadPartsDeps,
): Promise<boolean> => {
  const client = await readClient(by.client)
  return (
    client?.active === true &&
    mayEver(client, 'register.write') &&
    isTheirs(client, 'register.write', { authority })
  )
}

/** Does the next part of an import. Each turn takes the next one, whichever turn it is: their order is nobody's to keep. */
export const loadNextPart = async (importId: string, deps: LoadPartsDeps): Promise<void> => {
  const loading = loadingOf(await deps.readImport(importId))
  if (loading === undefined) return
  const { one, read } = loading
  if (one.done >= read.parts) return
  if (!(await isPermitted(one, deps)))
    return endStep(one, { fault: { code: 'NO_LONGER_PERMITTED' }, workedBy }, deps)
  const part = await deps.readPart(one.importId, one.done)
  const isWholeDone = await loadPart(loading, part, deps)
  await saved(doneTo(one, isWholeDone ? read.parts : one.done + 1, { now: deps.now() }), [], deps)
}

/** Ends a step all of whose turns were taken: as it should, or because the same content was loaded otherwise meanwhile. */
export const endImportStep = async (importId: string, deps: LoadPartsDeps): Promise<void> => {
  const loading = loadingOf(await deps.readImport(importId))
  if (loading === undefined) return
  const { one, read, step } = loading
  const load = await deps.readLoad(one.authority, read.digest)
  const isEnded = one.done >= read.parts && !isOtherwiseLoaded(step, load)
  const fault = isEnded ? undefined : ({ code: 'LOADED_ELSEWHERE' } as const)
  await endStep(one, { fault, workedBy }, deps)
}

/** Ends a step that was given up; what was applied stands, and the step can be begun again. */
export const failImportStep = async (importId: string, deps: LoadPartsDeps): Promise<void> => {
  const one = await deps.readImport(importId)
  if (one?.state !== 'CHECKING' && one?.state !== 'APPLYING') return
  const code =
    one.state === 'CHECKING' && one.read === undefined ? 'READING_FAILED' : 'LOADING_FAILED'
  await endStep(one, { fault: { code }, workedBy }, deps)
}
