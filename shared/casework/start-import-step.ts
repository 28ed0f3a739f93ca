import { type By, recorderOf } from '../agencies/recorder-of.ts'
import { present } from '../kernel/present.ts'
import type { RegisterLoad } from '../register/load.ts'
import {
  applyStarts,
  checkStarts,
  failedAs,
  type ImportStep,
  type RegisterImport,
  type Starting,
} from '../register/register-import.ts'
import { type ImportDeps, saved, startedBy } from './import-deps.ts'
import { type FindImportDeps, findImport } from './read-import.ts'

export type StartImportStepDeps = FindImportDeps &
  ImportDeps & {
    /** Sets the step going; the same attempt twice is once. */
    readonly start: (one: RegisterImport) => Promise<void>
  }

type Start = {
  readonly by: By
  readonly importId: string
  readonly step: ImportStep
  /** How many cases it is meant to close, where that would be many. */
  readonly confirmed?: number | undefined
}

export type ImportStepStarted =
  | { readonly kind: 'started'; readonly import: RegisterImport }
  | { readonly kind: 'conflict' }
  | { readonly kind: 'not-found' }
  | { readonly kind: 'shrinks'; readonly load: RegisterLoad }

const startingOf = async (
  one: RegisterImport,
  { by, step, confirmed }: Start,
  deps: StartImportStepDeps,
): Promise<Starting> => {
  const asked = { now: deps.now(), by: startedBy(by), confirmed }
  if (step === 'check') return checkStarts(one, asked)
  const { read, authority } = one
  const load = read === undefined ? undefined : await deps.readLoad(authority, read.digest)
  return applyStarts(one, load, asked)
}

const begin = async (one: RegisterImport, by: By, deps: StartImportStepDeps): Promise<void> => {
  const { importId, authority, step = 'check', confirmed } = one
  const record = recorderOf(by, { now: deps.now(), newId: deps.newId })
  const toClose = confirmed === undefined ? undefined : String(confirmed)
  const codes = { import: importId, step, ...present({ toClose }) }
  await saved(one, record('REGISTER_IMPORT_STARTED', [authority], { authority, codes }), deps)
  try {
    await deps.start(one)
  } catch (error) {
    await deps.saveImport(failedAs(one, { code: 'LOADING_FAILED' }, { now: deps.now() }), [])
    throw error
  }
}

/** Sets the check of an import going, or its application; what goes on already is left to go on. */
export const startImportStep = async (
  asked: Start,
  deps: StartImportStepDeps,
): Promise<ImportStepStarted> => {
  const one = await findImport(asked, deps)
  if (one === undefined) return { kind: 'not-found' }
  const starting = await startingOf(one, asked, deps)
  if (starting.kind === 'conflict' || starting.kind === 'shrinks') return starting
  if (starting.kind === 'starts') await begin(starting.import, asked.by, deps)
  // It may have been saved and never set going.
  else await deps.start(starting.import)
  return { kind: 'started', import: starting.import }
}
