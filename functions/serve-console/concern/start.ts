import type { Answers, AskedInRole } from '../asked.ts'
import { type Answer, go, show } from '../http/answer.ts'
import { begun, readOwn, saveOwn } from './own-draft.ts'

const begin = async (asked: AskedInRole): Promise<Answer> => {
  const standing = await readOwn(asked)
  if (standing === undefined || asked.visit.form.get('draft') === 'new')
    await saveOwn(asked, begun(asked))
  return go('/concern')
}

/** Is a child in danger now? It is asked before anything else. */
export const startAnswers: Answers['inRole'] = {
  worried: {
    get: async (asked) =>
      show('worried', { hasDraft: (await readOwn(asked)) !== undefined, back: '/' }),
    post: async (asked) => {
      const { form } = asked.visit
      if (form.get('danger') === 'YES') return go('/danger')
      if (form.get('danger') === 'NO') return begin(asked)
      const errors = [{ field: 'danger', text: 'worried.error' }]
      const hasDraft = (await readOwn(asked)) !== undefined
      return show('worried', { errors, hasDraft, back: '/' }, 400)
    },
  },
}
