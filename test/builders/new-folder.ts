import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** A folder of a test's own, empty. */
export const newFolder = (): Promise<string> => mkdtemp(join(tmpdir(), 'hub-'))
