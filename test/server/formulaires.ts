import { compteDuCourriel } from '../../server/state/comptes.ts'
import type { BaseEtat } from '../../server/state/etat.ts'
import { NOMS_DES_CHAMPS } from '../../web/registre.ts'
import { NOUVEAU } from './comptes.ts'
import { ANCIENNE, COPIE } from './doublons.ts'
import { JUSTE } from './echantillons/aide.ts'

const QUAND = { depuis: '2026-12-01', motif: 'comité' }
const AGENT = { sorte: 'AGENT', nom: 'Lou Icard', profil: 'Consultation', ouverte_le: '2026-01-05', certificat: '' }
const FICHE_SAISIE = {
  ...Object.fromEntries(NOMS_DES_CHAMPS.map((nom) => [nom, ''])),
  ...{ libelle: 'Mairie', categorie: 'COMMUNE', texte: 'relue' },
}
const AVIS = { verdict: 'HOMONYMIE', motif: 'deux pièces vues' }

/** What a form says when it is well filled, in an order in which each finds what it acts upon. */
export const BIEN_REMPLIS: readonly (readonly [route: string, champs: Readonly<Record<string, string>>])[] = [
  ['/parametres/norme', { indicateur: 'forcages', nature: 'seuil', valeur: '10 %', ...QUAND }],
  ['/parametres/seuils', { seuil_200054807: '9 120', ...QUAND }],
  ['/parametres/reglage', { cle: 'copil_nominatif', valeur: 'true', ...QUAND }],
  ['/comptes', NOUVEAU],
  ['/comptes/:id', { nom: 'Ali', role: 'prefet', territoires: '013', service: '' }],
  ['/comptes/:id/mot-de-passe', {}],
  ['/comptes/:id/fermer', { motif: 'départ' }],
  ['/comptes/:id/rouvrir', { motif: 'retour' }],
  ['/comptes/revue', {}],
  ['/doublons/:groupe', { ...AVIS, numeros: `${ANCIENNE} ${COPIE}` }],
  ['/forcages', { ...AVIS, numero: COPIE }],
  ['/demarches/nouvelle/:sorte', { numeros: `${ANCIENNE} ${COPIE}`, garde: ANCIENNE, motif: 'même personne' }],
  ['/demarches/preparer', { sorte: 'DOUBLON', numeros: `${ANCIENNE} ${COPIE}`, garde: ANCIENNE, motif: '' }],
  ['/demarches/:id', { acte: 'ACCEPTER', texte: '' }],
  ['/mesures', { service: 'AAAAA', ligne: 'GUICHET|AAAAA|forcages', texte: 'Un plan est demandé.' }],
  ['/mesures/:id', { acte: 'ECRIRE', texte: 'Un rappel.' }],
  ['/mesures/:id/listes', { ligne: '1' }],
  ['/mesures/:id/listes/:liste', { acte: 'RENOUVELER' }],
  [
    '/echantillons',
    {
      ...{ mois: '2026-10', population: 'ACTIVES', strate: 'GUICHET', repartition: 'PROPORTIONNELLE' },
      ...{ minimum: '0', taille: '1', graine: 'essai' },
    },
  ],
  ['/echantillons/:id/fiches/:rang', JUSTE],
  ['/echantillons/:id', { acte: 'CLORE', texte: '' }],
  [
    '/parametres/questions',
    { code_0: '', libelle_0: 'La pièce est vue', defaut_0: 'NON', depuis: '2026-12-01', motif: 'comité' },
  ],
  [
    '/parametres/modeles/convocation',
    { destinataire: '{destinataires}', objet: '{reunion}', corps: 'Le {jour}.', motif: 'plus court' },
  ],
  ['/parametres/modeles/convocation/origine', {}],
  [
    '/rapports/references',
    { libelle: 'Demandes', lieu: 'France', date: '2026-07-01', unite: 'nombre', valeur: '12,5', source: 'SNE' },
  ],
  ['/rapports/references/:id/retirer', {}],
  ['/rapports/:pour/:semestre', { acte: 'OUVRIR' }],
  ['/rapports/diffusion', { liste: 'copil', nom: 'Secrétariat', courriel: 'comite@exemple.fr' }],
  ['/rapports/diffusion/:id/retirer', {}],
  ['/requetes', { titre: 'Demandes', description: '', sql: 'SELECT count(*) FROM demandes', garder: 'NOUVELLE' }],
  ['/requetes/:id', { acte: 'PARTAGER' }],
  ['/requetes/executer', { sql: 'SELECT count(*) FROM demandes' }],
  ['/requetes/arreter', {}],
  ['/agenda/reunions', { nature: 'COMITE', jour: '2026-12-10', lieu: 'préfecture', texte: 'forçages' }],
  ['/agenda/reunions/:id/presences', { tous: '1' }],
  ['/agenda/reunions/:id/acte', { acte: 'TENIR', jour: '2026-11-12', texte: '' }],
  ['/agenda/reunions/:id/decisions', { texte: 'former deux services', qui: 'le gestionnaire', pour_le: '' }],
  ['/agenda/reunions/:id/decisions/:decision', { acte: 'FAIRE', texte: 'session du 20/11' }],
  ['/agenda/faits', { quoi: 'PLENIERE 2026', fait_le: '2026-10-16', service: '', texte: 'liste signée' }],
  ['/agenda/faits/:id/retirer', {}],
  [
    '/agenda/activite',
    { sorte: 'SUPPORT', jour: '2026-11-20', titre: 'permanence', texte: '', minutes: '60', participants: '' },
  ],
  ['/agenda/activite/:id/retirer', {}],
  ['/agenda/activite/droits', { sorte: 'ACCES', jour: '2026-11-02' }],
  ['/agenda/activite/droits/:id', { acte: 'REPONDRE', jour: '2026-11-20', texte: '' }],
  ['/habilitations', { ...AGENT, service: 'AAAAA' }],
  ['/habilitations/:id', { acte: 'CERTIFIER', jour: '2027-03-01' }],
  ['/habilitations/campagnes', { annee: '2026', jour: '2026-12-15' }],
  ['/habilitations/campagnes/:id/services/:service', { acte: 'REPONDRE', r1: 'GARDER' }],
  ['/habilitations/campagnes/:id', { acte: 'RELANCER' }],
  ['/agenda/calendrier', {}],
  ['/agenda/calendrier/revoquer', {}],
  ['/registre/ecarts', { acte: 'INSCRIRE' }],
  ['/registre/:service/fiche', FICHE_SAISIE],
  ['/registre/:service/convention', { acte: 'SIGNER', jour: '2026-01-05', texte: '2026-1' }],
  ['/registre/:service/confirmation', { acte: 'RELANCER', texte: 'appel' }],
  ['/registre/:service/consigner', { quoi: 'FORMATION_SERVICE', fait_le: '2026-02-02' }],
  ['/chartes/:code', { acte: 'OUVRIR' }],
  ['/imports/profil', { profil: '{"colonnes":{"canal":["Voie"]}}' }],
  ['/imports/profil/oter', {}],
  ['/jetons', { nom: 'Observatoire', compte: '1', role: '', territoires: '', service: '', dernier_jour: '2027-05-23' }],
  ['/jetons/:id/revoquer', {}],
  ['/deconnexion', {}],
]

/** The address that a form of these is sent to, once those before it were. */
export const cheminDuFormulaire = async (etat: BaseEtat, route: string): Promise<string> => {
  const id = route.startsWith('/comptes') ? ((await compteDuCourriel(etat, NOUVEAU.courriel))?.id ?? 0) : 1
  return route
    .replace('{[0-9]+}', '')
    .replace(':id', String(id))
    .replace(':pour/:semestre', 'copil/2026-S2')
    .replace(':groupe', '1')
    .replace(':decision', '1')
    .replace(':service', 'AAAAA')
    .replace(':rang', '1')
    .replace(':liste', '1')
    .replace(':sorte', 'doublon')
    .replace(':code', 'saisie')
}
