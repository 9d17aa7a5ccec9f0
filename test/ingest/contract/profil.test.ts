import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { premiereFaute } from '../../../ingest/contract/json.ts'
import { lireProfil } from '../../../ingest/contract/profil.ts'
import { ErreurInfocentre } from '../../../ingest/socle/erreur.ts'

const refus = (contenu: unknown): string => {
  try {
    lireProfil(typeof contenu === 'string' ? contenu : JSON.stringify(contenu), 'essai.json')
  } catch (cause) {
    if (cause instanceof ErreurInfocentre) return cause.message
    throw cause
  }
  return 'accepté'
}

describe('un profil d’import', () => {
  it.each<[string, unknown]>([
    ['vide', {}],
    ['des intitulés', { colonnes: { numero_unique: ['NUD', 'N° unique'], statut: [] } }],
    ['des codes, quelle que soit leur écriture', { valeurs: { motif_radiation: { 'Bail signé': 'Attribution' } } }],
    ['OUI et NON', { valeurs: { dalo: { Reconnu: 'OUI', 'Pas reconnu': 'non' } } }],
    ['rien', { valeurs: { motif_radiation: { 'Sans suite': '', Autre: null } } }],
    ['rien, pour une colonne sans codes', { valeurs: { nb_personnes: { 'Non su': '' } } }],
    ['les colonnes des autres tables', { colonnes: { categorie: ['Nature'], baux_signes: ['Baux'] } }],
  ])('s’accepte : %s', (_titre, contenu) => {
    expect(refus(contenu)).toBe('accepté')
    expect(refus(`\ufeff${JSON.stringify(contenu)}`)).toBe('accepté')
  })

  it('rend ce qu’il traduit', () => {
    expect(
      lireProfil('{"colonnes": {"statut": ["État"]}, "valeurs": {"statut": {"En cours": "active", "?": null}}}', 'p'),
    ).toEqual({ colonnes: { statut: ['État'] }, valeurs: { statut: { 'En cours': 'ACTIVE', '?': '' } } })
  })

  it.each<[string, unknown, string]>([
    [
      'une clé mal écrite',
      { colones: {} },
      'au premier niveau : la clé « colones » n’existe pas, écrire « colonnes ».',
    ],
    [
      'une clé inconnue',
      { autre: {} },
      'au premier niveau : la clé « autre » n’existe pas, écrire « colonnes » ou « valeurs ».',
    ],
    [
      'une colonne mal écrite',
      { colonnes: { numero_uniqe: ['NUD'] } },
      '« colonnes » : la colonne « numero_uniqe » n’existe pas, écrire « numero_unique ».',
    ],
    [
      'une colonne mal écrite parmi les valeurs',
      { valeurs: { motif_radiations: {} } },
      '« valeurs » : la colonne « motif_radiations » n’existe pas, écrire « motif_radiation ».',
    ],
    [
      'une colonne inconnue',
      { colonnes: { couleur_des_volets: ['Volets'] } },
      '« colonnes » : la colonne « couleur_des_volets » n’existe pas, voir la liste du contrat.',
    ],
    [
      'un code mal écrit',
      { valeurs: { motif_radiation: { Bail: 'ATRIBUTION' } } },
      '« valeurs », « motif_radiation », « Bail » : le code « ATRIBUTION » n’existe pas, écrire « ATTRIBUTION ».',
    ],
    [
      'le code d’une autre colonne',
      { valeurs: { canal: { Fini: 'FUSION' } } },
      '« valeurs », « canal », « Fini » : le code « FUSION » n’existe pas, écrire « GUICHET » ou « INTERFACE » ou « PORTAIL ».',
    ],
    [
      'ni OUI ni NON',
      { valeurs: { dalo: { Reconnu: 'PEUT-ETRE' } } },
      '« valeurs », « dalo », « Reconnu » : le code « PEUT-ETRE » n’existe pas, écrire « OUI » ou « NON ».',
    ],
    [
      'une colonne sans codes',
      { valeurs: { nom: { X: 'Y' } } },
      '« valeurs », « nom », « X » : cette colonne n’attend ni code, ni OUI ou NON, écrire "" pour ne rien retenir, ou l’ôter.',
    ],
    ['une liste pour tout', [], 'au premier niveau : mettre un objet entre accolades, {"clé": …}.'],
    ['un mot pour tout', '"colonnes"', 'au premier niveau : mettre un objet entre accolades, {"clé": …}.'],
    ['rien pour tout', 'null', 'au premier niveau : mettre un objet entre accolades, {"clé": …}.'],
    ['une liste de colonnes', { colonnes: ['NUD'] }, '« colonnes » : mettre un objet entre accolades, {"clé": …}.'],
    ['des colonnes nulles', { colonnes: null }, '« colonnes » : mettre un objet entre accolades, {"clé": …}.'],
    ['des valeurs en texte', { valeurs: 'OUI' }, '« valeurs » : mettre un objet entre accolades, {"clé": …}.'],
    [
      'un intitulé seul',
      { colonnes: { statut: 'État' } },
      '« colonnes », « statut » : mettre la liste des intitulés entre crochets, ["intitulé", …].',
    ],
    [
      'un intitulé en nombre',
      { colonnes: { statut: ['État', 3] } },
      '« colonnes », « statut » : l’intitulé 2 n’est pas un texte, le mettre entre guillemets.',
    ],
    [
      'des mots en liste',
      { valeurs: { statut: ['ACTIVE'] } },
      '« valeurs », « statut » : mettre un objet entre accolades, {"clé": …}.',
    ],
    [
      'un code en nombre',
      { valeurs: { dalo: { Reconnu: 1 } } },
      '« valeurs », « dalo », « Reconnu » : mettre un code entre guillemets, ou "" pour ne rien retenir.',
    ],
  ])('se refuse en nommant le fichier, la place et que faire : %s', (_titre, contenu, attendu) => {
    expect(refus(contenu)).toBe(`Dans le profil essai.json, ${attendu}`)
  })

  it.each([
    ['une virgule de trop', '{\n  "colonnes": {\n    "statut": ["État"],\n  }\n}', 'ligne 4, caractère 3'],
    ['des guillemets français', '{ «colonnes»: {} }', 'ligne 1, caractère 3'],
    ['un texte coupé', '{"colonnes": {\r\n"statut": ["État"', 'ligne 2, caractère 18'],
    ['un mot de trop', '{} fin', 'ligne 1, caractère 4'],
    ['rien', '', 'ligne 1, caractère 1'],
    ['un mot mal écrit', '{"colonnes":\n nul}', 'ligne 2, caractère 2'],
  ])('illisible, se refuse à la place de la faute : %s', (_titre, texte, place) => {
    expect(refus(texte)).toMatch(/^Le profil essai\.json n’est pas du JSON bien écrit, .*accolades\.$/)
    expect(refus(texte)).toContain(`, ${place} : `)
  })

  it('une faute se trouve là où le moteur refuse, et nulle part ailleurs', () => {
    const lisible = (texte: string): boolean => {
      try {
        JSON.parse(texte)
        return true
      } catch {
        return false
      }
    }
    const morceaux = fc.array(fc.constantFrom('{', '}', '[', ']', ',', ':', '"a"', '1', 'nul', 'null', ' ', '"'))
    fc.assert(
      fc.property(
        fc.oneof(
          fc.json(),
          fc.string(),
          morceaux.map((m) => m.join('')),
        ),
        (texte) => {
          expect(premiereFaute(texte) === null).toBe(lisible(texte))
        },
      ),
      { numRuns: 2000 },
    )
  })
})
