import { ErreurInfocentre } from '../socle/erreur.ts'
import type { Monde } from './monde.ts'

const MAXIMUM = 999_999

/** Numbers in the order of registration, counted by guichet and month. */
export class Numeros {
  private readonly monde: Monde
  private readonly ordres: Int32Array
  private mois = -1
  private prefixe = ''

  constructor(monde: Monde) {
    this.monde = monde
    this.ordres = new Int32Array(monde.guichets.length)
  }

  suivant(jour: number, guichet: number): string {
    const { calendrier, territoire, guichets } = this.monde
    const mois = calendrier.moisDe[jour] as number
    if (mois !== this.mois) {
      this.mois = mois
      this.prefixe = territoire.code + calendrier.moisNumero(mois)
      this.ordres.fill(0)
    }
    const ordre = (this.ordres[guichet] as number) + 1
    if (ordre > MAXIMUM)
      throw new ErreurInfocentre(
        'TROP_DE_DEMANDES',
        'Un guichet enregistrerait plus de 999 999 demandes en un mois, ce que le numéro unique ne permet pas : demandez moins de demandes.',
      )
    this.ordres[guichet] = ordre
    return `${this.prefixe}${String(1_000_000 + ordre).slice(1)}${guichets[guichet]?.code}`
  }
}
