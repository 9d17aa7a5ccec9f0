import { formatDate, formatJour } from '../../ingest/socle/francais/format.ts'
import { dansPhrase } from '../../ingest/socle/francais/phrase.ts'
import type { Jour } from '../../ingest/socle/jour.ts'
import type { RequeteEnregistrements } from '../../metrics/enregistrements.ts'
import { indicateurDe } from '../../metrics/registry.ts'
import type { AnnexeVue } from '../../web/annexes.ts'
import type { Role } from '../acces/roles.ts'
import { situationAnnexe } from '../gestion/annexes/situation.ts'
import { MACHINE_ANNEXES } from '../gestion/annexes/table.ts'
import { actesDe, essayer } from '../gestion/machine.ts'
import type { Situation } from '../gestion/mesures/situation.ts'
import { minuteDe } from '../horloge.ts'
import type { Annexe } from '../state/annexes.ts'
import type { LigneFigee } from '../state/mesures.ts'
import { ficheDe } from './fiches.ts'
import { periodeDe } from './figure.ts'

interface VueDAnnexe {
  readonly aujourdhui: Jour
  readonly role: Role
  readonly nommer: (qui: string) => string
}

/** A list joined to a measure, as a person reads it. */
export const annexeVue = (
  annexe: Annexe,
  {
    lignes,
    situation,
  }: { readonly lignes: readonly Pick<LigneFigee, 'id' | 'libelle'>[]; readonly situation: Situation },
  { aujourdhui, role, nommer }: VueDAnnexe,
): AnnexeVue => {
  const sienne = situationAnnexe(annexe.actes, aujourdhui)
  const essai = { etat: sienne.etat, role, faits: { mesureClose: situation.etat === 'CLOSE' }, saisie: null }
  return {
    id: annexe.id,
    ligne: annexe.ligne,
    niveau: annexe.niveau,
    entite: annexe.entite,
    libelle: lignes.find(({ id }) => id === annexe.ligne)?.libelle ?? annexe.entite,
    fiche: ficheDe(annexe.indicateur),
    mois: annexe.mois,
    surDouzeMois: annexe.sur_douze_mois,
    instantane: annexe.instantane,
    ...sienne,
    actes: annexe.actes.map(({ acte, par, le, expire_le }) => ({
      acte,
      par: nommer(par),
      le: minuteDe(le),
      expireLe: expire_le,
    })),
    possibles: actesDe(MACHINE_ANNEXES, sienne.etat, role).flatMap(({ acte }) =>
      'vers' in essayer(MACHINE_ANNEXES, { ...essai, acte }) ? [acte] : [],
    ),
  }
}

/**
 * The records behind the figure that a list is the list of, as the door takes them; null for an indicator that is no more.
 * Whatever holds such a reference — a measure, a report — asks for its list with it.
 */
export const demandeDeLAnnexe = ({
  territoire,
  indicateur: code,
  niveau,
  entite,
  mois,
  sur_douze_mois,
}: Pick<
  Annexe,
  'territoire' | 'indicateur' | 'niveau' | 'entite' | 'mois' | 'sur_douze_mois'
>): RequeteEnregistrements | null => {
  const indicateur = indicateurDe(code)
  if (indicateur === undefined || !indicateur.niveaux.includes(niveau)) return null
  return { territoire, indicateur: indicateur.code, niveau, entite, ...periodeDe(mois, sur_douze_mois), tous: false }
}

/** Where a letter says that the list is: until when, and none of its numbers. */
export const direListesDansLaLettre = (expireLe: Jour): string =>
  `La liste des demandes en cause se lit dans l’application, sur la page de cette mesure, jusqu’au ${formatDate(expireLe)}.`

/** What the history of a measure says of lists joined or renewed. */
export const direListesJointes = (
  lignes: readonly Pick<LigneFigee, 'indicateur' | 'libelle'>[],
  expireLe: Jour,
): string =>
  `À lire dans l’application jusqu’au ${formatJour(expireLe)} : ${lignes
    .map(({ indicateur, libelle }) => `${dansPhrase(ficheDe(indicateur).libelle)}, ${libelle}`)
    .join(' ; ')}.`
