import type { Command } from 'commander'
import { rotationWishRow } from '../../shared/aws/dynamodb/rotation-rows.ts'
import {
  mayStep,
  nextKeyOf,
  type Rotation,
  type RotationPhase,
  type RotationStep,
  rotationSteps,
  settlingMilliseconds,
} from '../../shared/register/index-rotation.ts'
import { InputError } from '../evaluate/input-error.ts'
import { type CommonOptions, reading, type WriteOptions, writing } from './common-options.ts'
import type { Ports } from './ports.ts'
import { type AtHand, change, look } from './with-directory.ts'

type RegisterOption = { readonly register?: string }

/** What each phase means for whoever turns the key, and what comes next. */
const inWords = {
  STEADY: 'one key; begin starts its replacement',
  FILLING:
    'all is written under both keys, and what stood before is being entered under the new one',
  FILLED: 'all stands under both keys; switch lets the index be read by the new one',
  SWITCHED: 'the index is read by the new key; end takes the old one away',
  CLEARING: 'what stands under the old key is being taken away; then the key itself',
} as const satisfies Record<RotationPhase, string>

const rotationAt = async (
  { readRotation }: AtHand,
  { register }: RegisterOption,
): Promise<Rotation> => {
  const rotation = await readRotation(register)
  if (rotation === undefined)
    throw new InputError('the match index has no key yet: the hub makes one within a minute')
  return rotation
}

const minutes = settlingMilliseconds / 60_000

const ask = (
  step: RotationStep,
  options: WriteOptions & RegisterOption,
  ports: Ports,
): Promise<void> =>
  change(options, ports, async (directory) => {
    const rotation = await rotationAt(directory, options)
    const before = await directory.kept.rotationWish()
    if (before !== undefined && before.version > rotation.answered)
      throw new InputError(`${before.step} is still waited for: index-key show says how far it is`)
    if (!mayStep(rotation, step))
      throw new InputError(`${step} does not follow ${rotation.phase}: ${inWords[rotation.phase]}`)
    const key = nextKeyOf(rotation)
    await directory.commit({
      row: rotationWishRow({ version: (before?.version ?? 0) + 1, step, key }),
      action: 'INDEX_KEY_STEP_ASKED',
      subjects: [`index-key ${key}`],
      codes: { step },
    })
    const note = `the hub does it within a minute, but not before ${minutes} minutes have passed since its last step`
    return { data: { asked: step, key, note }, lines: [`${step} of key ${key} asked for`, note] }
  })

const sweepInWords = ({ sweep }: Rotation): string[] =>
  sweep === undefined
    ? []
    : [
        `round ${sweep.round}, ${sweep.table}: ${sweep.seen} rows seen, ${sweep.lacking} to be put right, ${sweep.failed} failed`,
        'it is done when a whole round finds nothing to put right',
      ]

const show = (options: CommonOptions & RegisterOption, ports: Ports): Promise<void> =>
  look(options, ports, async (directory) => {
    const rotation = await rotationAt(directory, options)
    const wish = await directory.kept.rotationWish()
    const asked = wish !== undefined && wish.version > rotation.answered ? wish.step : undefined
    const { phase, current, next, since, sweep } = rotation
    return {
      data: { phase, current, next, since, sweep, asked },
      lines: [
        `${phase} since ${since}: ${inWords[phase]}`,
        next === undefined ? `key ${current}` : `from key ${current} to key ${next}`,
        ...sweepInWords(rotation),
        ...(asked === undefined ? [] : [`${asked} is waited for`]),
      ],
    }
  })

const steps = {
  begin: 'let a new key stand beside the one in use, and enter everybody under it',
  switch: 'once everybody stands under both, read by the new key',
  end: 'take away what stands under the old key, and then the key',
} as const satisfies Record<RotationStep, string>

/** `hub index-key …`: replaces the key of the match index while everybody stays findable. */
export const addIndexKeyVerbs = (hub: Command, ports: Ports): void => {
  const indexKey = hub.command('index-key')
  const register = '--register <table>'
  const where = 'the register of a real account, of which only how far it is can be read'
  reading(indexKey.command('show'))
    .description('how far the replacement of the key is')
    .option(register, where)
    .action((options: CommonOptions & RegisterOption) => show(options, ports))
  for (const step of rotationSteps)
    writing(indexKey.command(step))
      .description(steps[step])
      .option(register, where)
      .action((options: WriteOptions & RegisterOption) => ask(step, options, ports))
}
