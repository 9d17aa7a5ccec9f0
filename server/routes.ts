import { activite } from './routes/activite.tsx'
import { agenda } from './routes/agenda.tsx'
import { aide } from './routes/aide.tsx'
import { alertes } from './routes/alertes.tsx'
import { annotations } from './routes/annotations.ts'
import { api } from './routes/api.tsx'
import { attributions } from './routes/attributions.tsx'
import { calendrier } from './routes/calendrier.ts'
import { campagnes } from './routes/campagnes.tsx'
import { changement } from './routes/changement.tsx'
import { chartes } from './routes/chartes.tsx'
import { civilite } from './routes/civilite.tsx'
import { composants } from './routes/composants.tsx'
import { compte } from './routes/compte.tsx'
import { comptes } from './routes/comptes.tsx'
import { connexion } from './routes/connexion.tsx'
import { contacts } from './routes/contacts.tsx'
import { controles } from './routes/controles.tsx'
import { corrections } from './routes/corrections.ts'
import { demarches } from './routes/demarches.tsx'
import { depots } from './routes/depots.tsx'
import { diffusion } from './routes/diffusion.tsx'
import { documents } from './routes/documents.ts'
import { dossiers } from './routes/dossiers.tsx'
import { doublons } from './routes/doublons.tsx'
import { echantillons } from './routes/echantillons.tsx'
import { ecrits } from './routes/ecrits.ts'
import { envoiRapport } from './routes/envoi-rapport.ts'
import { exports_ } from './routes/exports.ts'
import { exportsActivite } from './routes/exports-activite.ts'
import { exportsAgenda } from './routes/exports-agenda.ts'
import { exportsAttributions } from './routes/exports-attributions.ts'
import { exportsChangement } from './routes/exports-changement.ts'
import { exportsChartes } from './routes/exports-chartes.ts'
import { exportsControles } from './routes/exports-controles.ts'
import { exportsDemarches } from './routes/exports-demarches.ts'
import { exportsEchantillons } from './routes/exports-echantillons.ts'
import { exportsEnvois } from './routes/exports-envois.ts'
import { exportsHabilitations } from './routes/exports-habilitations.ts'
import { exportsMatrice } from './routes/exports-matrice.ts'
import { exportsMesures } from './routes/exports-mesures.ts'
import { exportsRegistre } from './routes/exports-registre.tsx'
import { exportsRequetes } from './routes/exports-requetes.ts'
import { ficheGuichet } from './routes/fiche-guichet.ts'
import { ficheService } from './routes/fiche-service.tsx'
import { fichesEchantillon } from './routes/fiches-echantillon.tsx'
import { forcages } from './routes/forcages.tsx'
import { fournisseur } from './routes/fournisseur.tsx'
import { guichets } from './routes/guichets.tsx'
import { habilitations } from './routes/habilitations.tsx'
import { imports } from './routes/imports.tsx'
import { indicateurs } from './routes/indicateurs.tsx'
import { jetons } from './routes/jetons.tsx'
import { journal } from './routes/journal.tsx'
import { lettres } from './routes/lettres.ts'
import { listeHabilitations } from './routes/liste-habilitations.tsx'
import { listesDeMesure } from './routes/listes-de-mesure.tsx'
import { mesures } from './routes/mesures.tsx'
import { modeles } from './routes/modeles.tsx'
import { parametres } from './routes/parametres.tsx'
import { profil } from './routes/profil.tsx'
import { questionsEchantillon } from './routes/questions-echantillon.tsx'
import { rapport } from './routes/rapport.tsx'
import { rapports } from './routes/rapports.tsx'
import { recherche } from './routes/recherche.tsx'
import { registre } from './routes/registre.tsx'
import { rejets } from './routes/rejets.tsx'
import { releveControle } from './routes/releve-controle.ts'
import { requetes } from './routes/requetes.tsx'
import { reunions } from './routes/reunions.tsx'
import { revueComptes } from './routes/revue-comptes.tsx'
import { signalements } from './routes/signalements.ts'
import { tableauDeBord } from './routes/tableau-de-bord.tsx'
import { tableaux } from './routes/tableaux.tsx'
import { territoires } from './routes/territoires.tsx'

/** What answers, in the order in which it is asked. */
export const ROUTES = [
  connexion,
  fournisseur,
  compte,
  tableauDeBord,
  territoires,
  changement,
  controles,
  civilite,
  agenda,
  ecrits,
  releveControle,
  reunions,
  activite,
  calendrier,
  corrections,
  ficheGuichet,
  guichets,
  annotations,
  indicateurs,
  attributions,
  tableaux,
  requetes,
  dossiers,
  imports,
  depots,
  rejets,
  profil,
  exports_,
  exportsAttributions,
  exportsChangement,
  exportsDemarches,
  exportsMatrice,
  exportsMesures,
  exportsControles,
  exportsAgenda,
  exportsEchantillons,
  exportsRequetes,
  exportsActivite,
  exportsHabilitations,
  exportsRegistre,
  exportsChartes,
  exportsEnvois,
  contacts,
  doublons,
  forcages,
  demarches,
  signalements,
  alertes,
  // Before the measures' own limit on what a form may weigh.
  lettres,
  documents,
  listesDeMesure,
  mesures,
  echantillons,
  fichesEchantillon,
  listeHabilitations,
  campagnes,
  habilitations,
  registre,
  ficheService,
  chartes,
  diffusion,
  // Before the reports' own limit on what a form may weigh.
  envoiRapport,
  rapports,
  rapport,
  recherche,
  revueComptes,
  comptes,
  jetons,
  journal,
  modeles,
  parametres,
  questionsEchantillon,
  aide,
  composants,
  api,
] as const
