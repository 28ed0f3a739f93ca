import { westmarch } from '../infra/stages/local.ts'
import type { HubPlace } from './place.ts'
import type { Played } from './play-story.ts'

/** Lines to paste into a second terminal, in the project's folder; each works as it stands. */
export const tour = (
  { address, consoleUrl, endpoint, inboxes }: HubPlace,
  { concernId, alertId }: Played,
): string => `
The console is at ${consoleUrl}/ (sign in as one of ten people who do not exist)
The hub is at ${address}
AWS clients reach its emulator at ${endpoint} (region eu-west-2, any credentials "test"/"test").

Try, in a second terminal in this folder:

  # what the API is
  curl -s ${address}/openapi.json | head -c 400
  # a token of a demo client; their private keys are in .local/
  TOKEN=$(npm run -s token -- westmarch-mental-health)
  # the nurse's view of the story's concern
  curl -s -H "Authorization: Bearer $TOKEN" ${address}/concerns/${concernId}
  # another service sends a concern, about the same family
  TOKEN=$(npm run -s token -- westmarch-substance-misuse)
  curl -s -X POST ${address}/concerns -H "Authorization: Bearer $TOKEN" -H "Content-Type: application/json" \\
    -H "Idempotency-Key: tour-$(date +%s)-0001" -d @docs/examples/concern.json
  # the duty social worker's inbox, and the story's alert
  TOKEN=$(npm run -s token -- westmarch-social-care)
  curl -s -H "Authorization: Bearer $TOKEN" ${address}/alerts
  # whoever reads of a family says who they are, by a work id
  curl -s -H "Authorization: Bearer $TOKEN" -H "Hub-Practitioner: W-0117" ${address}/alerts/${alertId}
  # and, for a child outside an alert, in which case and for what
  curl -s -H "Authorization: Bearer $TOKEN" -H "Hub-Practitioner: W-0117" -H "Hub-Case-Reference: CASE-1" \\
    -H "Hub-Purpose: safeguarding" ${address}/children/${westmarch}.C000001/chronology
  # what a service's lead and the partnership lead are asked
  curl -s -H "Authorization: Bearer $(npm run -s token -- westmarch-substance-misuse-lead)" ${address}/reviews
  curl -s -H "Authorization: Bearer $(npm run -s token -- partnership-lead)" ${address}/reviews
  # the model is on trial in Eastvale: its alerts are there, and beside them it is asked who people are
  TOKEN=$(npm run -s token -- eastvale-social-care)
  curl -s -H "Authorization: Bearer $TOKEN" ${address}/alerts
  curl -s -H "Authorization: Bearer $TOKEN" ${address}/reviews
  # a referrer may not read alerts, and is told so without a hint
  curl -s -H "Authorization: Bearer $(npm run -s token -- westmarch-substance-misuse)" ${address}/alerts/${alertId}
  # what the auditor sees of that alert: the refusal above is among it, for it names what was asked for
  TOKEN=$(npm run -s token -- hub-auditor)
  curl -s -H "Authorization: Bearer $TOKEN" -H "Hub-Practitioner: A-0007" "${address}/audit/entries?subject=${alertId}"
  curl -s -H "Authorization: Bearer $TOKEN" -H "Hub-Practitioner: A-0007" "${address}/audit/entries?action=ACCESS_REFUSED"

Westmarch's inbox queue: ${inboxes['westmarch'] ?? ''}
Ctrl-C stops the hub. Everything in it is invented and is gone when it stops.
`
