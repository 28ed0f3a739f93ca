import { wire as answerAlert } from '../../../functions/answer-alert/wire.ts'
import { wire as assessConcern } from '../../../functions/assess-concern/wire.ts'
import { wire as changeConsent } from '../../../functions/change-consent/wire.ts'
import { wire as deliverAlerts } from '../../../functions/deliver-alerts/wire.ts'
import { wire as expireConcerns } from '../../../functions/expire-concerns/wire.ts'
import { wire as maintainRegister } from '../../../functions/maintain-register/wire.ts'
import { wire as publishMessages } from '../../../functions/publish-messages/wire.ts'
import { wire as readAlerts } from '../../../functions/read-alerts/wire.ts'
import { wire as relayAlerts } from '../../../functions/relay-alerts/wire.ts'
import { wire as reviewConcerns } from '../../../functions/review-concerns/wire.ts'
import { wire as rotateIndex } from '../../../functions/rotate-index/wire.ts'
import { wire as sealAudit } from '../../../functions/seal-audit/wire.ts'
import { wire as submitConcern } from '../../../functions/submit-concern/wire.ts'
import { wire as tellSenders } from '../../../functions/tell-senders/wire.ts'
import { wire as tidyRegister } from '../../../functions/tidy-register/wire.ts'
import { wire as watchClocks } from '../../../functions/watch-clocks/wire.ts'
import type { HubEnvironment } from '../../../local/wired-hub.ts'
import type { Clients } from '../../../shared/aws/clients.ts'
import type { World } from '../../../shared/aws/world.ts'
import type { FunctionName } from '../../../shared/config/functions.ts'

type Handler = (event: never, context: never) => Promise<unknown>
type Wire = (clients: Clients, environment: HubEnvironment, world: World) => Handler

/** The functions that the simulation runs, wired as they are deployed. */
export const wires = {
  'answer-alert': answerAlert,
  'assess-concern': assessConcern,
  'change-consent': changeConsent,
  'deliver-alerts': deliverAlerts,
  'expire-concerns': expireConcerns,
  'maintain-register': maintainRegister,
  'publish-messages': publishMessages,
  'read-alerts': readAlerts,
  'relay-alerts': relayAlerts,
  'review-concerns': reviewConcerns,
  'rotate-index': rotateIndex,
  'seal-audit': sealAudit,
  'submit-concern': submitConcern,
  'tell-senders': tellSenders,
  'tidy-register': tidyRegister,
  'watch-clocks': watchClocks,
} as const satisfies Partial<Record<FunctionName, Wire>>
export type Simulated = keyof typeof wires
