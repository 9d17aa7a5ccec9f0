import type { Jour } from '../../ingest/socle/jour.ts'
import type { ActeMesure } from '../../web/mesures.ts'
import type { Acces } from '../acces/acces.ts'
import { direListesDansLaLettre } from '../lecture/annexes.ts'
import { type Ecrivain, ligneDeLettre, sujetDeLettre } from '../lecture/lettres.ts'
import type { MesureJugee } from '../lecture/mesures.ts'
import type { BaseEtat } from '../state/etat.ts'
import type { NouvelleLigne } from '../state/mesures.ts'
import { ecrireLettre, garderDeuxFormes, modeleDeLActe, nomDeLettre } from './lettres.ts'

interface Ouverture {
  readonly service: string
  readonly lignes: readonly NouvelleLigne[]
  readonly echeance: Jour
  readonly texte: string
  /** The last day of the lists of demandes joined; null where none is. */
  readonly jointes: Jour | null
}

const direListes = (jointes: Jour | null): string => (jointes === null ? '' : direListesDansLaLettre(jointes))

/** Makes and keeps the message of a measure that is being opened: its reference is known once it is. */
export const messageDOuverture =
  (ecrivain: Ecrivain, { service, lignes, echeance, texte, jointes }: Ouverture) =>
  (acces: Acces, territoire: string) =>
  async (
    etat: BaseEtat,
    { id: mesure, reference, acte }: { readonly id: number; readonly reference: string; readonly acte: number },
  ): Promise<void> => {
    const code =
      modeleDeLActe(
        'OUVRIR',
        lignes.map(({ indicateur }) => indicateur),
      ) ?? 'MESSAGE'
    const { jour } = ecrivain
    const sujet = {
      ...{ reference, service, echeance, texte, jour, listes: direListes(jointes) },
      territoire: ecrivain.territoire,
      auteur: ecrivain.auteur,
      lignes: lignes.map((ligne) => ligneDeLettre(ligne, [])),
      ouverteLe: jour,
      echeanceDuMessage: echeance,
      formaliseeLe: null,
      planRecu: null,
      envoi: null,
      actes: [],
      adresse: '',
    }
    await garderDeuxFormes(
      etat,
      ecrireLettre(ecrivain, sujet, code),
      { nature: 'LETTRE', territoire, mesure, reunion: null, acte, code, adresse: '', nom: nomDeLettre(sujet, code) },
      ecrivain,
      acces,
    )
  }

interface Acte {
  readonly acte: ActeMesure
  readonly texte: string
  readonly adresse: string
  readonly echeance: Jour
  readonly acces: Acces
  readonly jointes: Jour | null
}

/** Makes and keeps the letter of an act of a measure, where the act makes one. */
export const lettreDeLActe =
  (ecrivain: Ecrivain, jugee: MesureJugee, { acte, texte, adresse, echeance, acces, jointes }: Acte) =>
  async (etat: BaseEtat, rang: number): Promise<void> => {
    const { mesure } = jugee
    const code = modeleDeLActe(
      acte,
      mesure.lignes.map(({ indicateur }) => indicateur),
    )
    if (code === null) return
    const sujet = sujetDeLettre(jugee, ecrivain, { texte, adresse, echeance, listes: direListes(jointes) })
    const { territoire, id } = mesure
    await garderDeuxFormes(
      etat,
      ecrireLettre(ecrivain, sujet, code),
      {
        nature: 'LETTRE',
        territoire,
        mesure: id,
        reunion: null,
        acte: rang,
        code,
        adresse,
        nom: nomDeLettre(sujet, code),
      },
      ecrivain,
      acces,
    )
  }
