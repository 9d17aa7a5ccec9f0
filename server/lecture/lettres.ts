import type { Jour } from '../../ingest/socle/jour.ts'
import type { Contenu } from '../../reports/lettres/remplir.ts'
import type { LigneDeLettre, MesureDeLettre } from '../../reports/lettres/sujet-mesure.ts'
import type { PointMesure } from '../../web/mesures.ts'
import type { Lecteur } from '../acces/lecteur.ts'
import { instantDe, jourDe } from '../horloge.ts'
import type { NouvelleLigne } from '../state/mesures.ts'
import { lireVersions, type VersionDeModele } from '../state/modeles.ts'
import { nommerAuteurs } from './auteurs.ts'
import { FICHES } from './fiches.ts'
import { libelleTerritoire } from './libelle-territoire.ts'
import type { MesureJugee } from './mesures.ts'

/** Who writes, when, and with which templates. */
export interface Ecrivain {
  readonly versions: readonly VersionDeModele[]
  /** The name of the account. */
  readonly auteur: string
  readonly territoire: string
  readonly jour: Jour
  readonly instant: string
}

export const lireEcrivain = async (
  { etat, acces }: Pick<Lecteur, 'etat' | 'acces'>,
  territoire: string,
  maintenant: Date,
): Promise<Ecrivain> => ({
  versions: await lireVersions(etat, territoire),
  auteur: (await nommerAuteurs({ etat, acces }))(acces.qui),
  territoire: libelleTerritoire(territoire),
  jour: jourDe(maintenant),
  instant: instantDe(maintenant),
})

export const piedDe = ({ auteur, instant }: Ecrivain, reference: string, instantane: Jour | null): Contenu['pied'] => ({
  reference,
  instantane,
  faitLe: instant,
  par: auteur,
})

/** A line as letters tell it: what was frozen, and the months that followed. */
export const ligneDeLettre = (ligne: NouvelleLigne, depuis: readonly PointMesure[]): LigneDeLettre => {
  const fiche = FICHES.find(({ code }) => code === ligne.indicateur)
  if (fiche === undefined) throw new RangeError(`indicateur inconnu : ${ligne.indicateur}`)
  const { sur_douze_mois: surDouzeMois, mois, instantane, valeur, numerateur, denominateur } = ligne
  const { ic_bas, ic_haut, statut, seuil, empreinte } = ligne
  return {
    libelle: ligne.libelle,
    fiche,
    preuve: {
      ...{ mois, instantane, surDouzeMois, valeur, numerateur, denominateur, ic_bas, ic_haut, statut },
      ...{ seuil, empreinte },
    },
    avant: ligne.avant,
    depuis,
  }
}

/** A measure that exists, as its letters tell it on a day, whatever is typed with the act. */
export const sujetDeLettre = (
  { mesure, faits, vue }: MesureJugee,
  ecrivain: Ecrivain,
  saisie: Pick<MesureDeLettre, 'texte' | 'adresse' | 'listes'> & { readonly echeance: Jour },
): MesureDeLettre => {
  const envoi = vue.actes.findLast(({ acte, jour }) => acte === 'ENVOYER' && jour !== null)
  return {
    reference: mesure.reference,
    service: mesure.service_libelle,
    territoire: ecrivain.territoire,
    lignes: mesure.lignes.map((ligne) =>
      ligneDeLettre(ligne, vue.lignes.find(({ id }) => id === ligne.id)?.depuis ?? []),
    ),
    ouverteLe: faits.ouverteLe,
    echeanceDuMessage: faits.echeance,
    formaliseeLe: faits.formaliseeLe,
    planRecu: faits.planRecu,
    envoi: envoi?.jour ? { jour: envoi.jour, moyen: envoi.precision } : null,
    actes: vue.actes,
    auteur: ecrivain.auteur,
    jour: ecrivain.jour,
    ...saisie,
  }
}
