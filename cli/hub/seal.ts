import type { Command } from 'commander'
import type { SealingKey } from '../../shared/agencies/delivery.ts'
import { sealingKeyAt } from '../../shared/agencies/sealing-key.ts'
import { authorityRow } from '../../shared/aws/dynamodb/directory.ts'
import { InputError } from '../evaluate/input-error.ts'
import { type WriteOptions, writing } from './common-options.ts'
import { readSealingKey } from './keys/read-public-keys.ts'
import type { Ports } from './ports.ts'
import { withoutSealingKey, withSealingKey } from './seal-keys.ts'
import { known } from './served.ts'
import { change, changedFields } from './with-directory.ts'

const inStage =
  'say the same in the stage’s file and deploy: the queues by which it is delivered are made from there'

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
  change(options, ports, async ({ now, kept, commit }) => {
    const { authority: before, version } = known(await kept.authority(code), 'authority', code)
    const held = before.sealingKeys ?? []
    const sealingKeys = [...(await keysAfter(held, options, { ports, now }))]
    const sealsTo = sealingKeyAt(sealingKeys, now)?.kid
    const authority = { ...before, sealingKeys }
    await commit({
      row: { ...authorityRow(authority), version: version + 1 },
      action: 'AUTHORITY_SEALING_KEYS_CHANGED',
      subjects: [code],
      authority: code,
      codes: {
        fields: changedFields(before, authority),
        sealsTo: sealsTo ?? 'none',
      },
    })
    const line =
      sealsTo === undefined
        ? 'no key is in force: alerts go as references, and an alarm rings for each, until there is one'
        : `content is sealed to ${sealsTo} from now on`
    return { data: { code, sealingKeys, sealsTo, note: inStage }, lines: [line, inStage] }
  })

/** `hub authority seal`: to which key content is sealed. */
export const addSealVerb = (authority: Command, ports: Ports): void => {
  writing(authority.command('seal <code>'))
    .description('seal the content of alerts to its public key, from now on')
    .option('--public-key <file>', 'P-256, as PEM or JWK')
    .option('--jwks <file>', 'the same in a JWK Set')
    .option('--overlap <hours>', 'for how long keys before it may still be needed', '48')
    .option('--revoke <kid>', 'seal nothing to this key any more')
    .action((code: string, options: SealOptions) => seal(code, options, ports))
}
