import type { Command } from 'commander'
import { type Delivery, deliverySchema, type SealingKey } from '../../shared/agencies/delivery.ts'
import type { Authority } from '../../shared/agencies/directory.ts'
import { sealingKeyAt } from '../../shared/agencies/sealing-key.ts'
import type { AuditAction } from '../../shared/audit/audit-entry.ts'
import { authorityRow } from '../../shared/aws/dynamodb/directory.ts'
import { InputError } from '../evaluate/input-error.ts'
import { checked, type WriteOptions, writing } from './common-options.ts'
import { readSealingKey } from './keys/read-public-keys.ts'
import type { Ports } from './ports.ts'
import { withoutSealingKey, withSealingKey } from './seal-keys.ts'
import { type AtHand, change, changedFields } from './with-directory.ts'

const inStage =
  'say the same in the stage’s file and deploy: the queues by which it is delivered are made from there'

type Changed = Pick<Authority, 'delivery' | 'sealingKeys'> & {
  readonly action: AuditAction
  readonly codes?: Readonly<Record<string, string>>
}

const known = async ({ kept }: AtHand, code: string) => {
  const found = await kept.authority(code)
  if (found !== undefined) return found
  throw new InputError(`there is no authority ${code}: authority list names them`)
}

const commitChange = async (
  directory: AtHand,
  { authority: before, version }: Awaited<ReturnType<typeof known>>,
  { action, codes, ...changed }: Changed,
): Promise<Authority> => {
  const authority = { ...before, ...changed }
  await directory.commit({
    row: { ...authorityRow(authority), version: version + 1 },
    action,
    subjects: [before.code],
    authority: before.code,
    codes: { fields: changedFields(before, authority), ...codes },
  })
  return authority
}

type PushOptions = WriteOptions & {
  readonly url?: string
  readonly certificate?: string
  readonly end?: boolean
}

const deliveryOf = async (
  { url, certificate, end = false }: PushOptions,
  { readText }: Ports,
): Promise<Delivery> => {
  if (end === (url !== undefined))
    throw new InputError('give --url of the receiver, or --end: nothing is pushed any more')
  if (end) return { mode: 'queue' }
  const pem = certificate === undefined ? undefined : await readText(certificate)
  if (pem !== undefined && /PRIVATE KEY/.test(pem))
    throw new InputError(
      '--certificate: this holds a private key, which must never leave its system',
    )
  const stated = { mode: 'push', url, ...(pem !== undefined && { certificate: pem }) }
  return checked(deliverySchema, stated, '--url or --certificate')
}

const push = (code: string, options: PushOptions, ports: Ports): Promise<void> =>
  change(options, ports, async (directory) => {
    const found = await known(directory, code)
    const delivery = await deliveryOf(options, ports)
    const { mode, url } = delivery
    const action = 'AUTHORITY_DELIVERY_CHANGED'
    await commitChange(directory, found, { delivery, action, codes: { mode } })
    const line =
      url === undefined ? `${code} fetches from its queue` : `${code} is pushed to at ${url}`
    return { data: { code, delivery, note: inStage }, lines: [line, inStage] }
  })

type SealOptions = WriteOptions & {
  readonly publicKey?: string
  readonly jwks?: string
  readonly revoke?: string
  readonly overlap: string
}

const overlapOf = (text: string): number => {
  const hours = Number(text)
  if (/^\d{1,3}$/.test(text) && hours <= 720) return hours
  throw new InputError('--overlap: whole hours, 0 to 720')
}

const keysAfter = async (
  held: readonly SealingKey[],
  { publicKey, jwks, revoke, overlap }: SealOptions,
  { ports, now }: { readonly ports: Ports; readonly now: Date },
): Promise<readonly SealingKey[]> => {
  const [one, another] = [publicKey, jwks, revoke].filter((given) => given !== undefined)
  if (one === undefined || another !== undefined)
    throw new InputError('give one of --public-key FILE, --jwks FILE and --revoke KID')
  if (revoke !== undefined) return withoutSealingKey(held, revoke, now)
  if (/-----BEGIN|[\n{]/.test(one))
    throw new InputError('give the name of a file that holds the public key, not the key itself')
  const offered = readSealingKey(await ports.readText(one))
  return withSealingKey(held, offered, { now, overlapHours: overlapOf(overlap) })
}

const seal = (code: string, options: SealOptions, ports: Ports): Promise<void> =>
  change(options, ports, async (directory) => {
    const { now } = directory
    const found = await known(directory, code)
    const held = found.authority.sealingKeys ?? []
    const sealingKeys = [...(await keysAfter(held, options, { ports, now }))]
    const sealsTo = sealingKeyAt(sealingKeys, now)?.kid
    await commitChange(directory, found, {
      sealingKeys,
      action: 'AUTHORITY_SEALING_KEYS_CHANGED',
      codes: { sealsTo: sealsTo ?? 'none' },
    })
    const line =
      sealsTo === undefined
        ? 'no key is in force: alerts go as references, and an alarm rings for each, until there is one'
        : `content is sealed to ${sealsTo} from now on`
    return { data: { code, sealingKeys, sealsTo, note: inStage }, lines: [line, inStage] }
  })

/** `hub authority push|seal …`: how what an authority is told leaves. */
export const addDeliveryVerbs = (authority: Command, ports: Ports): void => {
  writing(authority.command('push <code>'))
    .description('push what it is told to a receiver of its own')
    .option('--url <url>', 'https address of the receiver, on the internet')
    .option('--certificate <file>', 'whom to trust for it instead of everybody’s authorities (PEM)')
    .option('--end', 'it fetches from its queue again')
    .action((code: string, options: PushOptions) => push(code, options, ports))
  writing(authority.command('seal <code>'))
    .description('seal the content of alerts to its public key, from now on')
    .option('--public-key <file>', 'P-256, as PEM or JWK')
    .option('--jwks <file>', 'the same in a JWK Set')
    .option('--overlap <hours>', 'for how long keys before it may still be needed', '48')
    .option('--revoke <kid>', 'seal nothing to this key any more')
    .action((code: string, options: SealOptions) => seal(code, options, ports))
}
