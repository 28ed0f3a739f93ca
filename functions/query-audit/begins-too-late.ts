import { HubError } from '../../shared/kernel/hub-error.ts'

/** The refusal of a span that ends before it begins. */
export const beginsTooLate = (): HubError =>
  new HubError('request-invalid', 'the query does not fit its contract', {
    faults: [{ pointer: '/from', detail: 'query: from comes before to, and before now' }],
  })
