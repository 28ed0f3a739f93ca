import type { ImportObjects } from '../../shared/aws/s3/import-objects.ts'
import type { StartMachine } from '../../shared/aws/sfn/machine.ts'

type Task = (event: unknown) => Promise<unknown>
/** What the state machine of a deployed hub invokes. */
type Functions = { readonly 'read-uploads': Task; readonly 'load-parts': Task }

/** One execution, as the state machine goes through it. @see infra/constructs/import-machine.ts */
const execute = async (
  functions: Functions,
  {
    input,
    turns,
  }: { readonly input: Readonly<Record<string, string>>; readonly turns: () => number },
): Promise<void> => {
  const ask = async (name: keyof Functions, task: string): Promise<unknown> => {
    const told = await functions[name]({ import: input['import'], task })
    return (told as { isBusy: boolean }).isBusy ? ask(name, task) : told
  }
  try {
    const read = input['step'] === 'check' ? await ask('read-uploads', 'read') : { isRead: true }
    if (!(read as { isRead: boolean }).isRead) return
    for (let turn = 0; turn < turns(); turn += 1) await ask('load-parts', 'turn')
    await ask('load-parts', 'end')
  } catch {
    await ask('load-parts', 'fail')
  }
}

/** The bucket of imports and its state machine in memory; `base` is what addresses begin with. What was started waits until it is carried out. */
export const createInMemoryImports = (base: string) => {
  const all = new Map<string, Uint8Array>()
  const waiting = new Map<string, Readonly<Record<string, string>>>()
  const started = new Set<string>()
  const imports: ImportObjects = {
    signPut: async (_bucket, name, { upload }) => ({
      url: `${base}${name}`,
      headers: { 'Content-Length': String(upload.bytes) },
    }),
    signGet: async (_bucket, name) => `${base}${name}`,
    open: async (_bucket, name) => {
      const bytes = all.get(name)
      return bytes === undefined
        ? undefined
        : (async function* () {
            yield bytes
          })()
    },
    put: async (_bucket, name, text) => void all.set(name, Buffer.from(text)),
  }
  const startMachine: StartMachine = async (_machine, { name, input }) => {
    if (!started.has(name)) waiting.set(name, input)
    started.add(name)
  }
  const turnsOf = (importId = '') => {
    const bytes = all.get(`turns/${importId}.json`)
    return bytes === undefined
      ? 0
      : (JSON.parse(Buffer.from(bytes).toString('utf8')) as unknown[]).length
  }
  return {
    imports,
    startMachine,
    /** What stands in the bucket, by name. */
    uploads: all,
    carryOut: async (functions: Functions): Promise<void> => {
      for (const [name, input] of waiting) {
        waiting.delete(name)
        await execute(functions, { input, turns: () => turnsOf(input['import']) })
      }
    },
  }
}
