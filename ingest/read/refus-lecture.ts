/** Why a file cannot be read, in one sentence, said where it is found; the process that asked makes a refusal of it. */
export class RefusLecture extends Error {
  readonly code: string

  constructor(code: string, phrase: string) {
    super(phrase)
    this.name = 'RefusLecture'
    this.code = code
  }
}
