import { moisPlus } from '../../../ingest/socle/jour.ts'
import type { Base } from '../../../ingest/store/base.ts'
import { jourDe } from '../../horloge.ts'
import { alertesQualifiees } from '../../lecture/alertes.ts'
import { lireMesuresJugees } from '../../lecture/mesures.ts'
import { dernierMoisDe } from '../../lecture/preuves.ts'
import { lireEtat } from '../../lecture/territoires.ts'
import { lireActivites } from '../../state/activites.ts'
import { expliquerAlerte, lireExplications } from '../../state/alertes.ts'
import { lireActesDesChartes } from '../../state/chartes.ts'
import { lireActesDeControle } from '../../state/controles.ts'
import { lireDemarches } from '../../state/demarches.ts'
import type { BaseEtat } from '../../state/etat.ts'
import { lireHabilitations } from '../../state/habilitations.ts'
import { lireEchantillons } from '../../state/lire-echantillons.ts'
import { lireMesures } from '../../state/mesures.ts'
import { lireVersions } from '../../state/modeles.ts'
import { lireObligationsFaites } from '../../state/obligations.ts'
import { lireActesDeRapports } from '../../state/rapports.ts'
import { lireRegistre } from '../../state/registre.ts'
import { lireReglages } from '../../state/reglages.ts'
import { lireRequetesGardees } from '../../state/requetes.ts'
import { lireReunions } from '../../state/reunions.ts'
import { listerSeuils } from '../../state/seuils.ts'
import { noterActivites } from './activite.ts'
import { ecrireLesChartes } from './chartes.ts'
import { tenirControles } from './controles.ts'
import { recevoirDemarches } from './demarches.ts'
import { relireSurPieces, verifierCivilites } from './echantillons.ts'
import { tenirHabilitations } from './habilitations.ts'
import { ecrireEnTete } from './lettres.ts'
import { suivreMesures } from './mesures.ts'
import { consignerFaits } from './obligations.ts'
import { AUTEURS, aLHeure, estPasse, leMoisSuivant, type Passe } from './passe.ts'
import { rendreCompte } from './rapports.ts'
import { tenirLeRegistre } from './registre.ts'
import { garderDesRequetes } from './requetes.ts'
import { tenirReunions } from './reunions.ts'
import { saisirDesSeuils } from './seuils.ts'

const EXPLICATIONS = [
  ['LOGICIEL', 'Bascule de logiciel en cours de mois, les envois ont repris.'],
  ['EN_COURS', 'Agents formés, effet attendu au prochain trimestre.'],
] as const
/** Months for which an explanation stands. */
const DUREE = 2

/** Some of the last month's alerts have a reason to stand. */
const expliquerAlertes = async (passe: Passe): Promise<void> => {
  const { lecteur, territoire, aujourdhui } = passe
  const dernier = await dernierMoisDe(lecteur, territoire)
  if (dernier === null) return
  const le = leMoisSuivant(dernier.calcule.mois, 5)
  if (!estPasse(passe, le)) return
  const jugees = await lireMesuresJugees({ lecteur, territoire, portee: dernier.portee, aujourdhui })
  const aTraiter = (await alertesQualifiees(dernier, jugees)).filter(({ etat }) => etat === 'A_TRAITER')
  for (const [i, [raison, texte]] of EXPLICATIONS.entries()) {
    const alerte = aTraiter[2 * i]
    if (alerte === undefined) return
    const { niveau, entite, fiche, point } = alerte
    await expliquerAlerte(lecteur.etat, {
      ...{ territoire, niveau, entite, indicateur: fiche.code, mois: dernier.calcule.mois },
      ...{ valeur: point.valeur, ic_haut: point.ic_haut, sur_douze_mois: point.surDouzeMois, raison, texte },
      ...{ jusqua: moisPlus(dernier.calcule.mois, DUREE), par: AUTEURS.gestionnaire.par, le: aLHeure(le) },
    })
  }
}

/**
 * Gives the demonstration a past, once: controls signed, measures at each step, meetings, alerts explained, from the alerts
 * that its months really have. What would be after today is not done.
 */
export const donnerUnPasse = async (
  base: Base,
  etat: BaseEtat,
  {
    territoire,
    service,
    logiciel,
  }: { readonly territoire: string; readonly service: string | null; readonly logiciel: string },
  maintenant: Date,
): Promise<void> => {
  const aujourdhui = jourDe(maintenant)
  const acces = {
    qui: AUTEURS.gestionnaire.par,
    role: 'gestionnaire',
    territoires: [territoire],
    service: null,
  } as const
  const lecteur = { base, etat, acces, reglages: await lireReglages(etat, aujourdhui) }
  const passe: Passe = { lecteur, territoire, etat: await lireEtat(base, { territoire }), aujourdhui }
  // Each part once: a start that was cut short is gone on with.
  if ((await lireVersions(etat, territoire)).length === 0) await ecrireEnTete(passe)
  if ((await lireMesures(etat, territoire)).length === 0) await suivreMesures(passe, service)
  if ((await lireExplications(etat, territoire)).length === 0) await expliquerAlertes(passe)
  if ((await lireDemarches(etat, territoire)).length === 0) await recevoirDemarches(passe, service)
  if ((await lireRegistre(etat, territoire)).fiches.length === 0) await tenirLeRegistre(passe, service)
  if ((await lireActesDesChartes(etat, territoire)).length === 0) await ecrireLesChartes(passe)
  if ((await lireReunions(etat, territoire)).length === 0) await tenirReunions(passe)
  if ((await lireObligationsFaites(etat, territoire)).length === 0) await consignerFaits(passe)
  if ((await listerSeuils(etat, territoire)).length === 0) await saisirDesSeuils(passe)
  if ((await lireEchantillons(etat, territoire)).length === 0) await relireSurPieces(passe)
  await verifierCivilites(passe)
  if ((await lireRequetesGardees(etat, territoire)).length === 0) await garderDesRequetes(passe)
  if ((await lireHabilitations(etat, territoire)).length === 0) await tenirHabilitations(passe, service)
  if ((await lireActivites(etat, territoire)).length === 0) await noterActivites(passe)
  if ((await lireActesDeControle(etat, territoire)).length === 0) await tenirControles(passe)
  if ((await lireActesDeRapports(etat, territoire)).length === 0) await rendreCompte(passe, logiciel)
}
