/** What was asked and what came of it, in the order in which it ended. */
export type Operation = {
  readonly kind: 'submit' | 'reuse' | 'consent' | 'withdraw' | 'restrict' | 'read' | 'answer'
  readonly about: string
  readonly end: 'ok' | 'fail' | 'info'
  readonly startedAt: number
  readonly endedAt: number
  readonly concernId?: string
  readonly status?: number
}

/** A history as Jepsen keeps one: `info` is what nobody knows the end of. */
export const createHistory = (now: () => number) => {
  const done: Operation[] = []
  return {
    done,
    begin: (kind: Operation['kind'], about: string) => {
      const startedAt = now()
      return (end: Operation['end'], more: Pick<Operation, 'concernId' | 'status'> = {}): void =>
        void done.push({ kind, about, end, startedAt, endedAt: now(), ...more })
    },
  }
}
export type History = ReturnType<typeof createHistory>
