import type { Command } from 'commander'
import { verifierKey } from '../../shared/audit/checkpoint.ts'
import { exportKeyName } from '../../shared/audit/export/manifest.ts'
import {
  type CheckpointChoice,
  checkpointChoiceRow,
  subjectOfChoice,
} from '../../shared/aws/dynamodb/checkpoint-choice.ts'
import { keyIdText } from '../../shared/aws/kms/chosen-signer.ts'
import { InputError } from '../evaluate/input-error.ts'
import { type CommonOptions, reading, type WriteOptions, writing } from './common-options.ts'
import type { Ports } from './ports.ts'
import { change, look } from './with-directory.ts'

type OriginOption = { readonly origin?: string }
type LogKey = { readonly keyId: string; readonly verifier: string }

const originOf = async (options: CommonOptions & OriginOption, ports: Ports): Promise<string> => {
  if (options.directory !== undefined && options.origin === undefined)
    throw new InputError(
      '--origin: the name of the log of a real account, LogOrigin of its stack hub',
    )
  return options.origin ?? ports.readOrigin()
}

const readKeys = async (
  options: CommonOptions & OriginOption,
  ports: Ports,
): Promise<readonly LogKey[]> => {
  const origin = await originOf(options, ports)
  return (await ports.readLogKeys(options)).map((key) => ({
    keyId: keyIdText(key),
    verifier: verifierKey(origin, key),
  }))
}

const signing = (keys: readonly LogKey[], chosen: CheckpointChoice | undefined) =>
  chosen?.keyId ?? keys[0]?.keyId

const use = (
  keyId: string,
  options: WriteOptions & OriginOption & { readonly atOnce?: boolean },
  ports: Ports,
): Promise<void> =>
  change(options, ports, async ({ kept, commit }) => {
    const keys = await readKeys(options, ports)
    const before = await kept.checkpointChoice()
    if (!keys.some((key) => key.keyId === keyId))
      throw new InputError(`the log has no key ${keyId}: checkpoint-key show names them`)
    if (signing(keys, before) === keyId) throw new InputError(`${keyId} signs checkpoints already`)
    const atOnce = options.atOnce === true
    const version = (before?.version ?? 0) + 1
    await commit({
      row: checkpointChoiceRow({ version, keyId, ...(atOnce && { atOnce }) }),
      action: 'CHECKPOINT_KEY_CHOSEN',
      subjects: [subjectOfChoice(keyId)],
      codes: { fields: 'keyId', ...(atOnce && { atOnce: 'yes' }) },
    })
    const note = atOnce
      ? 'it signs from the next checkpoint on, that which holds this change too'
      : 'the key before it signs the checkpoint that holds this change; it signs from the next one on'
    return { data: { signs: keyId, keys, note }, lines: [`${keyId} signs checkpoints`, note] }
  })

const show = (options: CommonOptions & OriginOption, ports: Ports): Promise<void> =>
  look(options, ports, async ({ kept }) => {
    const keys = await readKeys(options, ports)
    const signs = signing(keys, await kept.checkpointChoice())
    const lines = keys.map(
      ({ keyId, verifier }) => `${keyId}  ${verifier}${keyId === signs ? '  signs' : ''}`,
    )
    const exports = verifierKey(
      exportKeyName(await originOf(options, ports)),
      await ports.readExportKey(options),
    )
    return {
      data: { signs, keys, exports },
      lines: [...lines, `of exports        ${exports}`],
    }
  })

/** `hub checkpoint-key …`: which of the log's keys signs its checkpoints. Verifiers know all of them. */
export const addCheckpointKeyVerbs = (hub: Command, ports: Ports): void => {
  const checkpointKey = hub.command('checkpoint-key')
  const origin = '--origin <name>'
  const where = 'the name of the log of a real account: LogOrigin of its stack hub'
  writing(checkpointKey.command('use <key-id>'))
    .description(
      'let another of the log’s keys sign, once the key before it has signed this change',
    )
    .option(origin, where)
    .option('--at-once', 'the key before it can sign no more')
    .action((keyId: string, options: WriteOptions & OriginOption & { atOnce?: boolean }) =>
      use(keyId, options, ports),
    )
  reading(checkpointKey.command('show'))
    .description('the log’s keys as verifiers take them, and which of them signs')
    .option(origin, where)
    .action((options: CommonOptions & OriginOption) => show(options, ports))
}
