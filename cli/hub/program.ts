import { Command } from 'commander'
import { addImport } from '../import/command.ts'
import { addReceiveVerb } from '../receive/command.ts'
import { addReconcile } from '../recovery/reconcile.ts'
import { addRestore } from '../recovery/restore.ts'
import { addAgencyVerbs } from './agency.ts'
import { addAgreementVerbs } from './agreement.ts'
import { addAuthorityVerbs } from './authority.ts'
import { addCheckpointKeyVerbs } from './checkpoint-key.ts'
import { addClientVerbs } from './client.ts'
import { addExport } from './export.ts'
import { addHoldVerbs } from './hold.ts'
import { addIndexKeyVerbs } from './index-key.ts'
import { addOverdue } from './overdue.ts'
import type { Ports } from './ports.ts'
import { addQuarantineVerbs } from './quarantine.ts'
import { addRedrive } from './redrive.ts'
import { addTokenKeyVerbs } from './token-key.ts'
import { addVerify } from './verify.ts'
import { addWitness } from './witness.ts'

const subjects = [
  addClientVerbs,
  addAgencyVerbs,
  addAuthorityVerbs,
  addAgreementVerbs,
  addHoldVerbs,
  addTokenKeyVerbs,
  addReconcile,
  addOverdue,
  addQuarantineVerbs,
  addRestore,
  addRedrive,
  addCheckpointKeyVerbs,
  addIndexKeyVerbs,
  addImport,
  addReceiveVerb,
  addVerify,
  addExport,
  addWitness,
] as const

/** What commander says, as a sentence about what was typed. */
const inOurWords = (text: string): string =>
  text
    .replace(/^error: /, '')
    .replace(/^required option '(.+)' not specified/, '$1 is missing.')
    .replace(/^option '(.+)' argument missing/, '$1 has no value.')
    .replace(/^missing required argument '(.+)'/, '<$1> is missing.')
    .replace(/^unknown command '(.+)'/, 'There is no $1.')
    .replace(/^unknown option '(.+)'/, 'There is no option $1.')
    .replace(
      /^too many arguments for '(.+)'\. Expected (\d+) arguments? but got \d+: (.+)\./,
      '$3: $1 takes fewer words.',
    )

/** After a mistake: which verbs there are, or where it stands what this one takes. */
const sayWhatToDo = (command: Command, before: readonly string[]): void => {
  const verbs = command.commands.map((verb) => verb.name())
  const path = [...before, command.name()]
  command.showHelpAfterError(
    verbs.length > 0
      ? `${path.join(' ')} takes one of: ${verbs.join(', ')}.`
      : `${path.join(' ')} --help says what it takes.`,
  )
  for (const verb of command.commands) sayWhatToDo(verb, path)
}

/** The command `hub <subject> <verb>`, a file a subject. What is not said right throws a CommanderError once it has been told. */
export const hubProgram = (ports: Ports, say: (text: string) => void): Command => {
  const hub = new Command('hub')
    .description('The operator’s commands: who may send, who is served, and what was agreed')
    .configureOutput({
      writeOut: ports.print,
      writeErr: say,
      outputError: (text, write) => write(inOurWords(text)),
    })
    .showSuggestionAfterError()
    .exitOverride()
  for (const addVerbs of subjects) addVerbs(hub, ports)
  sayWhatToDo(hub, [])
  return hub
}
