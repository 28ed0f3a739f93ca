import { readPlace } from '../../local/place.ts'

/** The hub that `npm test` deployed for this run. */
export const place = readPlace(process.env['HUB_PLACE'] ?? '{}')

// AWS clients made in tests reach its emulator, as an operator of the account.
Object.assign(process.env, {
  AWS_ENDPOINT_URL: place.endpoint,
  AWS_ACCESS_KEY_ID: 'test',
  AWS_SECRET_ACCESS_KEY: 'test',
  AWS_REGION: 'eu-west-2',
})
