import { etatAu } from '../../../metrics/attributions/lire.ts'
import type { LigneAffichee } from '../../../web/affichee.ts'
import type { FicheIndicateur } from '../../../web/fiche-indicateur.ts'
import type { DelaisEntite, MesureAttributions } from '../../../web/modeles/attributions.ts'
import { exigerEntite } from '../../acces/lecteur.ts'
import { dansLaPortee, type Portee } from '../../acces/portee.ts'
import { type Lecture, lignesAffichees } from '../chiffres.ts'
import { lireCommun } from './commun.ts'
import { seuilPour } from './secret.ts'
import { compterNatures, seuilDuDelai } from './sommes.ts'

/** The state of each guichet's lag: the alert of the median, else that of the share beyond thirty days. */
const listerLents = (lignes: readonly LigneAffichee[]): LigneAffichee[] => {
  const lents = ['delai_attribution', 'attributions_hors_delai'].flatMap((code) =>
    lignes.filter(
      ({ niveau, indicateur, statut_affiche }) =>
        niveau === 'GUICHET' && indicateur === code && statut_affiche === 'ALERTE',
    ),
  )
  return lents.filter(({ entite }, i) => lents.findIndex((autre) => autre.entite === entite) === i)
}

const desServices = (services: readonly DelaisEntite[], portee: Portee): DelaisEntite[] =>
  dansLaPortee(
    services.map(({ code, ...reste }) => ({ niveau: 'SERVICE' as const, entite: code, ...reste })),
    portee,
  )
    .map(({ entite, libelle, delais }) => ({ code: entite, libelle, delais }))
    .sort((a, b) => b.delais.n - a.delais.n)

const vueDe = (portee: Portee): MesureAttributions['vue'] => {
  if (portee.entiere) return 'TOUS'
  return portee.guichets.length > 0 ? 'SIENS' : 'AUCUN'
}

/**
 * What the month's snapshot says of attributions, as far as the person sees; the reason where it does not allow it.
 * Totals are everybody's; guichets, services and what asks to be looked at are those of the person's scope.
 */
export const mesureAttributions = async (
  lecture: Lecture,
  fiches: readonly FicheIndicateur[],
  demandee: string | undefined,
): Promise<MesureAttributions | string> => {
  const { lecteur, portee, territoire, calcule } = lecture
  const voitCategorie = (entite: string) => portee.voit({ niveau: 'CATEGORIE', entite })
  if (demandee) exigerEntite(portee, { niveau: 'CATEGORIE', entite: demandee })
  const etat = await etatAu(lecteur.base.connection, territoire, calcule.instantane)
  if (etat === null) return 'Les attributions de cet instantané n’ont pas encore été mesurées.'
  if (etat.motif !== null)
    return `La colonne ${etat.motif.replace('COLONNE_VIDE ', '')} n’est pas remplie dans cet instantané : les attributions ne peuvent pas être suivies.`
  const commun = await lireCommun(lecteur.base, {
    territoire,
    calcule,
    etat,
    demandee: demandee ?? null,
    seuil: seuilPour(lecteur, territoire),
  })
  const affichees = await lignesAffichees(lecture)
  const vue = vueDe(portee)
  const voitGuichet = (entite: string) => portee.voit({ niveau: 'GUICHET', entite })
  const manquantes = affichees.filter(
    ({ niveau, indicateur }) => niveau === 'SERVICE' && indicateur === 'attributions_manquantes',
  )
  return {
    ...commun.mesure,
    vue,
    seuil: seuilDuDelai(fiches, etat.instantane),
    categories: commun.mesure.categories.filter(voitCategorie),
    services: desServices(commun.services, portee),
    lents: listerLents(affichees).filter(({ entite }) => commun.concerne(entite)),
    groupes: commun.groupes.filter(({ guichet }) => voitGuichet(guichet)),
    manquantes: calcule.motifs.attributions_manquantes === undefined ? manquantes : null,
    silences: commun.silences.filter(
      ({ service }) => vue !== 'AUCUN' && portee.voit({ niveau: 'SERVICE', entite: service }),
    ),
    signalees: compterNatures(commun.signalees.filter(({ guichet }) => vue !== 'SIENS' || voitGuichet(guichet))),
  }
}
