import { describe, expect, it } from 'vitest'
import { enJour } from '../../../../ingest/socle/jour.ts'
import { lireSaisie } from '../../../../server/gestion/demarches/saisie.ts'
import type { CodeSorte } from '../../../../web/demarches/mots.ts'
import { SORTES } from '../../../../web/demarches/registre.ts'

const CADRE = { aujourdhui: enJour('2026-11-23'), guichets: ['AAAAA'] }
const [UN, DEUX] = ['0131026000001AAAAA', '0131026000002BBBBB']

/** What each kind is filled with, so that nothing is missing. */
const REMPLIES: Readonly<Record<CodeSorte, Readonly<Record<string, string>>>> = {
  DOUBLON: { numeros: `${UN} ${DEUX}`, garde: UN, motif: 'même personne' },
  IDENTITE: { numeros: UN, champ: 'PRENOM', preuve: 'CARTE', vue_le: '2026-11-20' },
  RADIATION: {
    ...{ numeros: UN, motif_vu: 'NON_RENOUVELLEMENT', date_radiation: '2026-11-02', preavis: 'INCONNU' },
    texte: 'Aucun courrier reçu.',
  },
  REFUS_ENREGISTREMENT: { qui: 'une mairie', refuse_le: '2026-11-20', texte: 'Hors commune.' },
  ATTESTATION_NON_RECUE: { numeros: UN, deposee_le: '2026-09-01' },
  PIECE_REDEMANDEE: { numeros: UN, piece: 'REVENUS', par_qui: 'un bailleur', redemandee_le: '2026-11-19' },
  DETOURNEMENT: { guichet: 'AAAAA', constate_le: '2026-11-22', texte: 'Consultations en série.' },
  COORDONNEES: { guichet: 'AAAAA', horaires: 'de 9 h à 12 h', depuis_le: '2026-12-01' },
  QUESTION: { objet: 'REGLE', texte: 'Que saisir ?' },
}

const lire = (sorte: CodeSorte, change: Readonly<Record<string, string>> = {}) =>
  lireSaisie(SORTES[sorte], { ...REMPLIES[sorte], ...change }, CADRE)

const reproche = (sorte: CodeSorte, change: Readonly<Record<string, string>>): string => {
  const lu = lire(sorte, change)
  return 'reproche' in lu ? lu.reproche : 'lue'
}

describe('le formulaire d’une démarche', () => {
  it.each(Object.keys(REMPLIES) as CodeSorte[])('%s, bien rempli, se lit', (sorte) => {
    const lu = lire(sorte)
    expect('saisie' in lu).toBe(true)
  })

  it.each(
    (Object.keys(REMPLIES) as CodeSorte[]).flatMap((sorte) =>
      SORTES[sorte].champs
        .filter(({ obligatoire }) => obligatoire)
        .map(({ nom, libelle }) => [sorte, nom, libelle] as const),
    ),
  )('%s ne se lit pas sans « %s », et le dit', (sorte, nom, libelle) => {
    expect(reproche(sorte, { [nom]: ' ' })).toBe(`${libelle} : à remplir.`)
  })

  it('range les numéros à part, en majuscules et sans blancs, et le reste par champ', () => {
    expect(lire('DOUBLON', { numeros: `${UN.toLowerCase()}, ${DEUX} ${UN}`, garde: '013 1026 000001 AAAAA' })).toEqual({
      saisie: { numeros: [UN, DEUX], faits: { garde: UN, motif: 'même personne' } },
    })
  })

  it('rend à un numéro le zéro qu’un tableur a mangé, et le lit en quatre groupes', () => {
    for (const numeros of [UN.slice(1), '013 1026 000001 AAAAA'])
      expect(lire('IDENTITE', { numeros })).toMatchObject({ saisie: { numeros: [UN] } })
  })

  it.each([
    ['un seul numéro', 'DOUBLON', { numeros: UN }, /Deux numéros différents/],
    ['un numéro qui n’en est pas un', 'IDENTITE', { numeros: '12345' }, /dix-huit caractères/],
    ['deux numéros où il en faut un', 'RADIATION', { numeros: `${UN};${DEUX}` }, /Trop de numéros/],
    [
      'onze numéros',
      'DOUBLON',
      { numeros: Array.from({ length: 11 }, (_, i) => `01310260000${10 + i}AAAAA`).join(' ') },
      /Trop de numéros/,
    ],
    ['un numéro gardé d’ailleurs', 'DOUBLON', { garde: '0131026000003AAAAA' }, /n’est pas l’un des numéros/],
    ['une reprise d’ailleurs', 'DOUBLON', { reprise_contact: '0131026000003AAAAA' }, /n’est pas l’un des numéros/],
    ['un code hors de sa liste', 'IDENTITE', { preuve: 'MONTRÉE' }, /choisir dans la liste/],
    ['un guichet d’un autre', 'COORDONNEES', { guichet: 'BBBBB' }, /choisir dans la liste/],
    ['un jour qui n’existe pas', 'IDENTITE', { vue_le: '2026-02-30' }, /pas une date du calendrier/],
    ['un jour à venir', 'IDENTITE', { vue_le: '2026-11-24' }, /ne peut pas être à venir/],
    ['un numéro dans un texte', 'QUESTION', { texte: `Voir ${UN}.` }, /porte un numéro unique/],
    [
      'un numéro en groupes dans un texte',
      'RADIATION',
      { texte: 'Voir 013 1026 000001 AAAAA' },
      /porte un numéro unique/,
    ],
    ['un texte trop long', 'DOUBLON', { motif: 'a'.repeat(501) }, /500 caractères au plus/],
    [
      'une date à un préavis non envoyé',
      'RADIATION',
      { preavis: 'NON_ENVOYE', date_preavis: '2026-10-01' },
      /ni date ni suite/,
    ],
    ['rien qui change', 'COORDONNEES', { horaires: '' }, /Rien ne change/],
  ] as const)('ne se lit pas avec %s', (_, sorte, change, attendu) => {
    expect(reproche(sorte, change)).toMatch(attendu)
  })

  it.each([
    ['le jour même', { vue_le: '2026-11-23' }, 'lue'],
    ['la veille', { vue_le: '2026-11-22' }, 'lue'],
  ])('admet une pièce vue %s', (_, change, attendu) => {
    expect(reproche('IDENTITE', change)).toBe(attendu)
  })

  it('d’une identité ne demande aucun texte : aucun nom ne peut s’y écrire', () => {
    expect(SORTES.IDENTITE.champs.map(({ sorte }) => sorte)).toEqual(['NUMEROS', 'CODE', 'CODE', 'JOUR'])
    expect(lire('IDENTITE', { nom: 'LEFÈVRE', valeur: 'LEFÈVRE' })).toEqual({
      saisie: { numeros: [UN], faits: { champ: 'PRENOM', preuve: 'CARTE', vue_le: '2026-11-20' } },
    })
  })
})
