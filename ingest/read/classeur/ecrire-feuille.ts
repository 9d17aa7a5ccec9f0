import { type FileHandle, open } from 'node:fs/promises'
import { LIGNES_EXAMINEES } from '../entete.ts'
import { RefusLecture } from '../refus-lecture.ts'
import type { Fusion } from './adresse.ts'
import { choisirEntete, type EnteteFeuille, type LigneLue, type SigneEntete, sousEntete } from './entete-feuille.ts'
import type { Rangee, Recepteur } from './feuille.ts'
import { etendreFusions } from './fusions.ts'

const LIGNE_MAX = 2 ** 20

export interface OptionsEcriture {
  /** Names the sheet in a refusal. */
  readonly quoi: string
  readonly signe: SigneEntete
  readonly octetsMax: number
}

/** Where a sheet's rows go: a file of one JSON record a line, `l` its row in the sheet, `c` its fields under the headings. */
export class EcritureFeuille implements Recepteur {
  readonly #quoi: string
  readonly #fichier: FileHandle
  readonly #signe: SigneEntete
  readonly #octetsMax: number
  readonly #etendre: (ligne: number, cellules: Rangee) => Rangee
  #premieres: LigneLue[] = []
  #entete: EnteteFeuille | null = null
  #sans = false
  #attente: string[] = []
  #octets = 0

  private constructor(fichier: FileHandle, options: OptionsEcriture, fusions: readonly Fusion[]) {
    this.#fichier = fichier
    this.#quoi = options.quoi
    this.#signe = options.signe
    this.#octetsMax = options.octetsMax
    this.#etendre = etendreFusions(fusions)
  }

  static async open(
    chemin: string,
    options: OptionsEcriture,
    fusions: readonly Fusion[] = [],
  ): Promise<EcritureFeuille> {
    return new EcritureFeuille(await open(chemin, 'w', 0o600), options, fusions)
  }

  readonly rangee = (ligne: number, cellules: Rangee): void => {
    if (this.#sans) return
    if (this.#entete === null) this.#premieres.push({ ligne, cellules })
    else this.#append(this.#entete, ligne, cellules)
    if (this.#premieres.length === LIGNES_EXAMINEES) this.#choose()
  }

  readonly pause = async (): Promise<void> => {
    const lignes = this.#attente
    this.#attente = []
    if (lignes.length > 0) await this.#fichier.appendFile(lignes.join(''))
  }

  readonly fini = (): boolean => this.#sans

  #choose(): void {
    this.#entete = choisirEntete(this.#premieres, this.#signe)
    this.#sans = this.#entete === null
    for (const { ligne, cellules } of this.#premieres)
      if (this.#entete !== null && ligne > this.#entete.ligne) this.#append(this.#entete, ligne, cellules)
    this.#premieres = []
  }

  #append(entete: EnteteFeuille, ligne: number, cellules: Rangee): void {
    const texte = `${JSON.stringify({ l: ligne, c: sousEntete(entete, this.#etendre(ligne, cellules)) })}\n`
    this.#octets += texte.length
    if (texte.length > LIGNE_MAX)
      throw new RefusLecture(
        'LIGNE_DEMESUREE',
        `${this.#quoi} a une ligne de plus d’un million de caractères (ligne ${ligne}) : ce n’est pas un tableau, refaire l’extraction.`,
      )
    if (this.#octets > this.#octetsMax)
      throw new RefusLecture(
        'XLSX_DEMESURE',
        `${this.#quoi} se déploie au-delà de toute taille vraisemblable : il n’est pas ouvert.`,
      )
    this.#attente.push(texte)
  }

  /** Ends the writing; the headings, or null where no row had any. */
  async finish(): Promise<EnteteFeuille | null> {
    if (this.#entete === null && !this.#sans) this.#choose()
    await this.pause()
    return this.#entete
  }

  close(): Promise<void> {
    return this.#fichier.close()
  }
}
