/** A command typed wrong: exit 2. */
export class MauvaisUsage extends Error {
  constructor(message: string) {
    super(message)
    this.name = 'MauvaisUsage'
  }
}
