import type { SealLogDeps } from '../../../shared/casework/seal-log.ts'

/** The same dependencies with something to wait for before or after each call: a crash, or another run's turn. */
export const around = (
  deps: SealLogDeps,
  { before, after }: Partial<Record<'before' | 'after', (name: string) => Promise<void> | void>>,
): SealLogDeps => {
  const wrap =
    <Input extends unknown[], Output>(name: string, call: (...input: Input) => Promise<Output>) =>
    async (...input: Input): Promise<Output> => {
      await before?.(name)
      const output = await call(...input)
      await after?.(name)
      return output
    }
  return {
    readUnsealed: wrap('readUnsealed', deps.readUnsealed),
    readHead: wrap('readHead', deps.readHead),
    append: wrap('append', deps.append),
    readAppended: wrap('readAppended', deps.readAppended),
    readNewest: wrap('readNewest', deps.readNewest),
    hasBundles: deps.hasBundles,
    open: deps.open,
    putBundle: wrap('putBundle', deps.putBundle),
    putCheckpoint: wrap('putCheckpoint', deps.putCheckpoint),
    readCheckpoint: wrap('readCheckpoint', deps.readCheckpoint),
    sign: wrap('sign', deps.sign),
    keepCheckpoint: wrap('keepCheckpoint', deps.keepCheckpoint),
    newSalt: deps.newSalt,
    origin: deps.origin,
    sayRestored: deps.sayRestored,
  }
}

/** Fails at the given call, counted from 1, before it does anything or after it has done it. */
export const crashingAt = (
  deps: SealLogDeps,
  call: number,
  when: 'before' | 'after',
): SealLogDeps => {
  let calls = 0
  return around(deps, {
    [when]: (name: string): void => {
      calls += 1
      if (calls === call) throw new Error(`crash ${when} ${name}`)
    },
  })
}
