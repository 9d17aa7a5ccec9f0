import type { RaisonAlerte } from '../../web/alertes.ts'
import { MACHINE_ALERTES, type SaisieAlerte } from '../gestion/alertes/table.ts'
import { essayer } from '../gestion/machine.ts'
import { instantDe } from '../horloge.ts'
import { alertesQualifiees } from '../lecture/alertes.ts'
import type { MesureJugee } from '../lecture/mesures.ts'
import type { DernierMois } from '../lecture/preuves.ts'
import { expliquerAlerte } from '../state/alertes.ts'
import { consigner } from '../state/journal.ts'

/** Explains a line that is in alert, until a month; the sentence of the refusal where it cannot be. */
export const expliquer = async (
  dernier: DernierMois,
  jugees: readonly MesureJugee[],
  { ligne: cle, ...saisie }: SaisieAlerte & { readonly ligne: string },
  maintenant: Date,
): Promise<{ readonly refus: string } | { readonly fait: true }> => {
  const { lecteur, territoire, calcule } = dernier
  const { acces, etat } = lecteur
  const alerte = (await alertesQualifiees(dernier, jugees)).find((une) => une.cle === cle)
  if (alerte === undefined) return { refus: 'Cette ligne n’est pas en alerte ce mois-ci.' }
  const { point, niveau, entite, fiche } = alerte
  const faits = {
    mois: calcule.mois,
    valeur: point.valeur,
    statut: point.statut,
    explication: null,
    mesureOuverte: alerte.mesure !== null,
  }
  const issue = essayer(MACHINE_ALERTES, { etat: alerte.etat, acte: 'EXPLIQUER', role: acces.role, faits, saisie })
  if ('empechement' in issue) return { refus: issue.empechement.phrase }
  const { raison, texte, jusqua } = saisie
  if (raison === null || jusqua === null) return { refus: 'Une explication demande une raison et un mois.' }
  const le = instantDe(maintenant)
  const ligne = { niveau, entite, indicateur: fiche.code }
  await expliquerAlerte(etat, {
    ...ligne,
    territoire,
    mois: calcule.mois,
    valeur: point.valeur,
    ic_haut: point.ic_haut,
    sur_douze_mois: point.surDouzeMois,
    raison: raison as RaisonAlerte,
    texte,
    jusqua,
    par: acces.qui,
    le,
  })
  await consigner(etat, {
    instant: le,
    qui: acces.qui,
    role: acces.role,
    action: 'ALERTE',
    territoire,
    detail: { ...ligne, raison, mois: calcule.mois, dernier_mois: jusqua },
  })
  return { fait: true }
}
