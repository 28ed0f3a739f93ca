/** What is wrong with a file or an option, in one sentence that holds no value from it. */
export class InputError extends Error {}
