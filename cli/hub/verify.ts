import type { Command } from 'commander'
import { verifyCommand } from '../verify/command.ts'
import type { Ports } from './ports.ts'

/** `hub verify …`: the verifier that is also a file of its own; it takes what follows as it stands. */
export const addVerify = (hub: Command, ports: Ports): void => {
  hub
    .command('verify')
    .argument('[words...]', '--key KEY PATH …; npm run -s hub -- verify -- --help says more')
    .allowUnknownOption()
    .helpOption(false)
    .action(async (words: readonly string[]) => {
      ports.exitWith(await verifyCommand(words, { ...ports.verify, print: ports.print }))
    })
}
