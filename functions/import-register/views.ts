import { present } from '../../shared/kernel/present.ts'
import { type RegisterLoad, toConfirm } from '../../shared/register/load.ts'
import { endsAt, extentOf, type RegisterImport } from '../../shared/register/register-import.ts'

export const linksOf = (importId: string) => ({ self: `/v1/register/imports/${importId}` })

/** What the load that it made is; before it is compared there is none, or one of another time. Its counts are those of its own step. */
const loadOf = ({ step, done }: RegisterImport, load: RegisterLoad | undefined) => {
  if (load === undefined || (step === 'check' && done === 0)) return {}
  const { counts, compared, standing, phase } = load
  const isApplied = phase === 'APPLYING' || phase === 'APPLIED'
  return {
    ...((step === 'apply') === isApplied && { counts }),
    ...{ standing, ...present({ compared, toConfirm: toConfirm(load) }) },
  }
}

/** Where an import is, in ids, codes and numbers. */
export const viewOf = ({
  import: one,
  load,
}: {
  readonly import: RegisterImport
  readonly load: RegisterLoad | undefined
}) => {
  const { importId, state, step, begunAt, changedAt, fault, read, done } = one
  return {
    ...{ importId, extent: extentOf(one), state, begunAt, changedAt, files: one.files.length },
    endsAt: endsAt(one).toISOString(),
    ...present({ step, fault }),
    ...(read !== undefined && {
      digest: read.digest,
      report: read.report,
      progress: { done, of: read.parts },
      rowsToMend: read.toMend.reduce((sum, { pieces }) => sum + pieces, 0),
      ...loadOf(one, load),
    }),
  }
}
