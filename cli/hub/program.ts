import { Command } from 'commander'
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
  addCheckpointKeyVerbs,
  addIndexKeyVerbs,
  addReceiveVerb,
  addVerify,
  addExport,
  addWitness,
] as const

/** The command `hub <subject> <verb>`, a file a subject. What is not said right throws a CommanderError once it has been told. */
export const hubProgram = (ports: Ports, say: (text: string) => void): Command => {
  const hub = new Command('hub')
    .description('The operator’s commands: who may send, who is served, and what was agreed')
    .configureOutput({ writeOut: ports.print, writeErr: say })
    .showSuggestionAfterError()
    .showHelpAfterError('(--help after the subject and verb says what they take)')
    .exitOverride()
  for (const addVerbs of subjects) addVerbs(hub, ports)
  return hub
}
