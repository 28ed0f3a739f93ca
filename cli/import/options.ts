import { workIdSchema } from '../../shared/kernel/work-id.ts'
import { InputError } from '../evaluate/input-error.ts'
import { checked } from '../hub/common-options.ts'
import type { Ports } from '../hub/ports.ts'
import type { System } from '../receive/api-of.ts'

export type Options = {
  readonly authority: string
  readonly hub?: string
  readonly client?: string
  readonly key?: string
  readonly practitioner?: string
  readonly delta?: boolean
  readonly upload?: boolean
  readonly apply?: boolean
  readonly confirm?: string
  readonly reports?: string
  readonly json?: boolean
}

/** As whom the hub is asked; undefined where it is not. @throws InputError where not all is said */
export const systemOf = async (
  { hub, client, key, practitioner }: Options,
  ports: Pick<Ports, 'readText'>,
): Promise<System | undefined> => {
  if (hub === undefined) return undefined
  if (client === undefined || key === undefined || practitioner === undefined)
    throw new InputError('--hub: say with --client, --key and --practitioner who asks')
  return {
    hub,
    client,
    pem: await ports.readText(key),
    practitioner: checked(workIdSchema, practitioner, '--practitioner'),
  }
}

/** How many cases the load is meant to close; undefined where nobody said. @throws InputError where it is no number */
export const confirmedOf = ({ confirm }: Options): number | undefined => {
  const confirmed = confirm === undefined ? undefined : Number(confirm)
  if (confirmed !== undefined && !Number.isInteger(confirmed))
    throw new InputError('--confirm: how many cases the load is meant to close, a number')
  return confirmed
}

export const extentOf = ({ delta }: Options): 'DELTA' | 'FULL' =>
  delta === true ? 'DELTA' : 'FULL'

/** A load that would close many cases, of which nobody said that it is meant. */
export const notMeant = (gone: number, standing: number): InputError =>
  new InputError(
    `the load would close ${gone} of ${standing} open cases, more than a tenth, and nothing was written; if that is meant, add --confirm ${gone}`,
  )
