// Verifies a log, a part of it or a receipt, offline. Bundled whole into one file (npm run verifier) it needs Node and nothing else.
import { verifyCommand } from './verify/command.ts'
import { liveVerifyPorts } from './verify/live-ports.ts'

process.exitCode = await verifyCommand(process.argv.slice(2), liveVerifyPorts).catch(
  (error: unknown) => {
    process.stderr.write(
      `The verifier itself failed (${error instanceof Error ? error.message : 'for no reason that it gave'}). Nothing was verified.\n`,
    )
    return 2
  },
)
