import { describe, expect, it } from 'vitest'
import { ROLES, type Role } from '../../../server/acces/roles.ts'
import { PUBLIC, TABLE } from '../../../server/acces/table.ts'

/** An indicator, and the points that its comparison is drawn from. */
const INDICATEURS = ['/indicateurs', '/indicateurs/:code', '/indicateurs/:code/comparaison.arrow']

/** Where guichets ask, and where they asked before. */
const DEMARCHES = [
  ...['/demarches', '/demarches/nouvelle', '/demarches/nouvelle/:sorte', '/demarches/:id', 'demarches'],
  ...['/signalements', '/signalements/:id'],
]

/** The figures guichet by guichet, and what leads to them. */
const SUIVI = [...['/', '/guichets', '/guichets/:code', ...INDICATEURS, '/attributions', '/dossiers'], '/recherche']

/** A document that is kept: which of them is whose is told by what it is of. */
const GARDE = '/documents/:id'

/** What is written of meetings and of controls, for who keeps them or reads them. */
const ECRITS = [
  GARDE,
  '/agenda/reunions/:id/:fichier{convocation\\.[a-z]+}',
  '/agenda/reunions/:id/:fichier{compte-rendu\\.[a-z]+}',
  '/controles/:mois/:fichier{releve\\.[a-z]+}',
]

/** A service's answer to a review, and the accesses that lead to it. */
const REVUE = '/habilitations/campagnes/:id/services/:service'
const LETTRE = ':fichier{lettre\\.[a-z]+}'
const HABILITATIONS = ['/habilitations', '/habilitations/:id', REVUE, 'habilitations']
/** The demandes of a measure. */
const LISTES = ['/mesures/:id/listes/:liste', 'annexe']
/** What services commit to: everybody reads it. */
const CHARTES = ['/chartes', '/chartes/:code', 'chartes']

/** Reports: which of them is told by whom each is for. */
const RAPPORTS = ['/rapports', '/rapports/:pour/:semestre']
const PROJET = '/rapports/:pour/:semestre/:fichier{projet\\.[a-z]+}'
/** Who reports are sent to, with their addresses. */
const DIFFUSION = ['/rapports/diffusion', '/rapports/diffusion/envois/:id/message.eml', 'envois']
/** The month of a guichet, with its numbers. */
const FICHE = '/guichets/:code/:fichier{fiche\\.[a-z]+}'

/** What each role may look at, besides what signing in takes and its own account. */
const REGARDENT: Readonly<Record<Role, readonly string[]>> = {
  gestionnaire: [
    ...SUIVI,
    ...DEMARCHES,
    ...['/changement', 'changement', '/territoires'],
    ...['/doublons', '/doublons/:groupe', '/doublons/contacts', '/forcages', '/imports', '/imports/profil.json'],
    ...['/imports/depots/:id', '/imports/depots/:id/suivi', '/imports/refus/:fichier'],
    ...['/imports/:territoire/:date/rejets.csv', '/imports/:territoire/:date/rejets.xlsx'],
    ...['/comptes', '/comptes/:id', '/comptes/revue', '/jetons', '/journal'],
    ...['/parametres', '/parametres/norme', '/parametres/questions'],
    ...['indicateurs', 'attributions', 'attributions-delais', 'attributions-retro', 'attributions-signalees'],
    ...['enregistrements', 'doublons', 'forcages', 'journal', 'matrice', 'tableau'],
    ...['/tableaux', '/tableaux/:code'],
    ...['/requetes', '/requetes/:id', '/requetes/executions/:execution', 'requete'],
    ...['/mesures', '/mesures/ouvrir', '/mesures/:id', 'mesures', ...LISTES, '/alertes', 'alertes'],
    ...['/controles', '/controles/:mois', '/controles/:mois/civilite', 'controles', 'controle', 'civilites'],
    ...['/echantillons', '/echantillons/nouveau', '/echantillons/:id', '/echantillons/:id/papier'],
    ...['/echantillons/:id/fiches/:rang', 'echantillons'],
    ...['/agenda', '/agenda/reunions/:id', 'obligations', 'decisions', '/agenda/activite', 'activite'],
    ...HABILITATIONS,
    ...['/habilitations/ouvrir', '/habilitations/fichier/:lot', '/habilitations/campagnes/:id'],
    ...[`${REVUE}/recapitulatif`, `${REVUE}/${LETTRE}`],
    ...ECRITS,
    ...['/mesures/:id/:fichier{projet-formaliser\\.[a-z]+}', '/parametres/modeles', '/parametres/modeles/:modele'],
    '/mesures/:id/:fichier{projet-signaler\\.[a-z]+}',
    '/parametres/modeles/:modele/:fichier{exemple\\.[a-z]+}',
    ...['/registre', '/registre/:service', `/registre/:service/${LETTRE}`, 'registre', 'liste-publique', ...CHARTES],
    ...[...RAPPORTS, PROJET, FICHE, ...DIFFUSION],
  ],
  etat: [
    ...SUIVI,
    ...DEMARCHES,
    ...['/changement', 'changement', '/territoires'],
    ...['/doublons', '/doublons/:groupe', '/forcages', '/imports', '/imports/profil.json'],
    ...['/imports/refus/:fichier'],
    ...['/imports/:territoire/:date/rejets.csv', '/imports/:territoire/:date/rejets.xlsx'],
    ...['indicateurs', 'attributions', 'attributions-delais', 'attributions-retro', 'attributions-signalees'],
    ...['enregistrements', 'doublons', 'forcages', 'matrice', 'tableau'],
    ...['/tableaux', '/tableaux/:code'],
    ...['/requetes', '/requetes/:id', '/requetes/executions/:execution', 'requete'],
    ...['/mesures', '/mesures/:id', 'mesures', ...LISTES, '/alertes', 'alertes'],
    ...['/controles', '/controles/:mois', '/controles/:mois/civilite', 'controles', 'controle', 'civilites'],
    ...[
      '/echantillons',
      '/echantillons/:id',
      '/echantillons/:id/papier',
      '/echantillons/:id/fiches/:rang',
      'echantillons',
    ],
    ...['/agenda', '/agenda/reunions/:id', 'obligations', 'decisions', '/agenda/activite', 'activite'],
    ...[...HABILITATIONS, '/habilitations/campagnes/:id'],
    ...ECRITS,
    ...['/registre', '/registre/:service', 'registre', ...CHARTES],
    ...[...RAPPORTS, PROJET, FICHE],
  ],
  prefet: [
    ...[...CHARTES, ...RAPPORTS],
    ...['/', ...INDICATEURS, '/attributions', '/recherche'],
    ...['indicateurs', 'attributions', 'attributions-delais', 'attributions-retro'],
    ...['/mesures', '/mesures/:id', 'mesures', GARDE],
  ],
  copil: [
    ...[...CHARTES, ...RAPPORTS],
    ...['/', ...INDICATEURS, '/attributions', '/recherche', '/agenda', '/agenda/activite', 'activite'],
    ...['indicateurs', 'attributions', 'attributions-delais', 'attributions-retro'],
    ...['/mesures', '/mesures/:id', 'mesures', GARDE],
  ],
  guichet: [
    ...SUIVI,
    ...DEMARCHES,
    ...['/registre', '/registre/:service', ...CHARTES, FICHE],
    ...['indicateurs', 'attributions', 'attributions-delais', 'attributions-retro', 'enregistrements', 'matrice'],
    ...['/mesures', '/mesures/:id', 'mesures', ...LISTES, GARDE],
    ...['/echantillons', '/echantillons/:id'],
    ...[...HABILITATIONS, `${REVUE}/recapitulatif`],
  ],
  partenaire: ['/', ...CHARTES, ...RAPPORTS, GARDE],
}

/** Changes that somebody else than a gestionnaire may make, besides to its own account. */
const CHANGENT: Readonly<Record<Exclude<Role, 'gestionnaire'>, readonly string[]>> = {
  etat: [
    ...['/requetes', '/requetes/executer', '/requetes/arreter', '/requetes/:id'],
    ...['/demarches/nouvelle/:sorte', '/demarches/preparer', '/demarches/:id'],
    ...['/rapports/:pour/:semestre', '/mesures/:id'],
  ],
  prefet: [],
  copil: [],
  guichet: [
    ...['/corrections', '/demarches/nouvelle/:sorte', '/demarches/preparer', '/demarches/:id'],
    ...['/habilitations/:id', REVUE, '/registre/:service/confirmation'],
    ...['/mesures/:id', '/mesures/:id/documents'],
  ],
  partenaire: [],
}

const COMMUNES = [
  'GET /aide',
  'GET /api',
  'GET /composants',
  'GET /compte',
  'GET /methode',
  'POST /compte/mot-de-passe',
  'POST /compte/second-facteur',
  'POST /deconnexion',
]

/** The routes of a role that are no one else's business to have, exports by the name of their file. */
const ouvertes = (role: Role, methode: string): string[] =>
  Object.entries(TABLE)
    .filter(([route, regle]) => route.startsWith(`${methode} `) && regle !== PUBLIC && regle.includes(role))
    .filter(([route]) => !COMMUNES.includes(route) && !route.startsWith('GET /api/'))
    .map(([route]) => route.slice(methode.length + 1).replace(/^\/exports\/:fichier\{([a-z-]+).*$/, '$1'))

describe('les pages et les exports ouverts', () => {
  it.each(ROLES)('à %s sont ceux de son rôle, et nul autre', (role) => {
    expect(ouvertes(role, 'GET').toSorted()).toEqual(REGARDENT[role].toSorted())
  })

  it.each(['etat', 'prefet', 'copil', 'guichet', 'partenaire'] as const)(
    'à %s ne lui laissent changer que ce qui lui revient',
    (role) => {
      expect(ouvertes(role, 'POST')).toEqual(CHANGENT[role])
    },
  )

  it('au gestionnaire lui laissent tout changer, hors ce qu’un guichet dit lui-même', () => {
    const changements = Object.keys(TABLE)
      .filter((route) => route.startsWith('POST ') && TABLE[route] !== PUBLIC && !COMMUNES.includes(route))
      .map((route) => route.slice('POST '.length))
    expect(ouvertes('gestionnaire', 'POST')).toEqual(changements.filter((chemin) => chemin !== '/corrections'))
  })

  it('à tous comptent leur propre compte, et avant de se connecter rien que la connexion, les styles, l’accessibilité, ce que l’API sait dire et un calendrier dont on a l’adresse secrète', () => {
    for (const route of COMMUNES) expect([route, TABLE[route]]).toEqual([route, [...ROLES]])
    const publiques = Object.keys(TABLE).filter((route) => TABLE[route] === PUBLIC)
    for (const route of publiques)
      expect(route).toMatch(
        /^(GET|POST) \/(connexion|statique|calendrier\/:fichier|accessibilite$|api\/v1\/openapi\.json$)/,
      )
    expect(publiques.filter((route) => route.startsWith('POST '))).toEqual(['POST /connexion', 'POST /connexion/code'])
  })
})
