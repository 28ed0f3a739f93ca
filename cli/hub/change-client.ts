import type { Client } from '../../shared/agencies/client.ts'
import { clientRow } from '../../shared/aws/dynamodb/clients.ts'
import { accessTokenSeconds } from '../../shared/http/tokens.ts'
import { thumbprintOf } from '../../shared/kernel/jwk-thumbprint.ts'
import { InputError } from '../evaluate/input-error.ts'
import { clientInWords, shownClient } from './client-in-words.ts'
import type { WriteOptions } from './common-options.ts'
import { type KeySource, offeredKeys } from './keys/offered-keys.ts'
import { rotateKeys } from './keys/rotate-keys.ts'
import { newClient, type WantedClient } from './new-client.ts'
import type { Ports } from './ports.ts'
import { type AtHand, type Change, change, changedFields } from './with-directory.ts'

type KeyOptions = Omit<KeySource, 'url'>

const thumbprints = ({ keys }: Client): readonly string[] => keys.map(thumbprintOf)

const changeOf = (
  action: Change['action'],
  client: Client,
  { version, before }: { readonly version: number; readonly before?: Client },
): Change => ({
  row: { ...clientRow(client), version },
  action,
  subjects: [client.clientId],
  authority: client.authority,
  codes: {
    fields: changedFields(before, client),
    ...(before === undefined
      ? { role: client.role, scope: client.scopes.join(' '), of: client.agency }
      : {}),
    thumbprints: thumbprints(client).join(' '),
  },
})

const requireOwnKeys = async ({ readAll }: AtHand, client: Client): Promise<void> => {
  const prints = new Set(thumbprints(client))
  const other = (await readAll()).clients.find(
    (one) =>
      one.clientId !== client.clientId && thumbprints(one).some((print) => prints.has(print)),
  )
  if (other !== undefined)
    throw new InputError(
      `this is the key of ${other.clientId}: two clients with one key would be one system under two names, so have another made`,
    )
}

export const known = async ({ kept }: AtHand, id: string) => {
  const found = await kept.client(id)
  if (found !== undefined) return found
  throw new InputError(`there is no client ${id}: client list names them`)
}

export type RegisterOptions = WriteOptions &
  KeyOptions &
  Omit<WantedClient, 'id'> & { readonly jwksUrl?: string }

export const register = (id: string, options: RegisterOptions, ports: Ports): Promise<void> =>
  change(options, ports, async (directory) => {
    if ((await directory.kept.client(id)) !== undefined)
      throw new InputError(
        `${id} is registered already: client show ${id} tells of it, client rotate gives it another key`,
      )
    const { now, today } = directory
    const offered = await offeredKeys({ ...options, url: options.jwksUrl }, ports)
    const where = { directory: await directory.readDirectory(), today }
    const client = newClient({ ...options, id }, offered, where)
    await requireOwnKeys(directory, client)
    await directory.commit(changeOf('CLIENT_REGISTERED', client, { version: 1 }))
    const shown = shownClient(client, now)
    return { data: { client: shown }, lines: ['registered', ...clientInWords(shown)] }
  })

export type RotateOptions = WriteOptions &
  KeyOptions & { readonly fromUrl?: string | true; readonly overlap: string }

const overlapOf = (text: string): number => {
  const hours = Number(text)
  if (/^\d{1,3}$/.test(text) && hours <= 720) return hours
  throw new InputError('--overlap: whole hours, 0 to 720')
}

const urlOf = (fromUrl: string | true | undefined, { jwksUrl, clientId }: Client) => {
  if (fromUrl !== true) return fromUrl
  if (jwksUrl === undefined)
    throw new InputError(
      `${clientId} was registered without a URL of its keys: --from-url URL names one`,
    )
  return jwksUrl
}

export const rotate = (id: string, options: RotateOptions, ports: Ports): Promise<void> =>
  change(options, ports, async (directory) => {
    const overlapHours = overlapOf(options.overlap)
    const { now } = directory
    const { client: before, version } = await known(directory, id)
    const url = urlOf(options.fromUrl, before)
    const { keys: offered, jwksUrl = before.jwksUrl } = await offeredKeys(
      { ...options, url },
      ports,
    )
    const keys = [...rotateKeys(before.keys, offered, { now, overlapHours })]
    const client = { ...before, keys, ...(jwksUrl !== undefined && { jwksUrl }) }
    await requireOwnKeys(directory, client)
    await directory.commit(
      changeOf('CLIENT_KEYS_ROTATED', client, { version: version + 1, before }),
    )
    const shown = shownClient(client, now)
    const [was, is] = [thumbprints(before), thumbprints(client)]
    return {
      data: { client: shown, before: was, after: is },
      lines: [
        `thumbprints before  ${was.join(' ')}`,
        `thumbprints after   ${is.join(' ')}`,
        ...clientInWords(shown),
      ],
    }
  })

export const suspendedInWords = `no new token from now on; a token in circulation ends within its ${accessTokenSeconds / 60} minutes, and an import of a register that it began with its next part`

export const suspend = (
  id: string,
  options: WriteOptions & { readonly lift?: boolean },
  ports: Ports,
): Promise<void> =>
  change(options, ports, async (directory) => {
    const { client: before, version } = await known(directory, id)
    const active = options.lift === true
    if (before.active === active)
      throw new InputError(active ? `${id} is not suspended` : `${id} is suspended already`)
    const client = { ...before, active }
    const action = active ? 'CLIENT_RESUMED' : 'CLIENT_SUSPENDED'
    await directory.commit(changeOf(action, client, { version: version + 1, before }))
    const note = active ? 'it gets tokens again' : suspendedInWords
    const shown = shownClient(client, directory.now)
    return { data: { client: shown, note }, lines: [note, ...clientInWords(shown)] }
  })
