import { CARTE, ecrireDossier } from '../../ingest/instantane.ts'
import { enCsv, enTableau } from '../../ingest/tableau.ts'
import { demande } from '../doublons.ts'

type Ligne = Readonly<Record<string, string>>

export const UN = '0131026000001BBBBB'
const [DEUX, NEUF] = ['0131026000002BBBBB', '0131026000009BBBBB']

export const RADIEE = {
  ...{ statut: 'RADIEE', motif_radiation: 'NON_RENOUVELLEMENT', date_radiation: '20/10/2026' },
  date_saisie_radiation: '20/10/2026',
}

export const ligne = (rang: number, reste: Ligne = {}) =>
  demande(rang, 'BBBBB', {
    ...{
      nom: `NOM${rang}`,
      nom_naissance: `NOM${rang}`,
      prenom: 'Awa',
      date_attestation: '',
      situation_familiale: 'CELIBATAIRE',
    },
    ...{ motif_radiation: '', date_radiation: '', date_saisie_radiation: '' },
    ...reste,
  })

export const instantane = (date: string, demandes: readonly Ligne[], guichet: Ligne = {}) =>
  ecrireDossier({
    'instantane.json': JSON.stringify({ ...CARTE, date }),
    'guichets.csv': enCsv(
      enTableau([
        {
          code: 'BBBBB',
          libelle: 'Office Pervenche',
          categorie: 'BAILLEUR',
          telephone: '01 23 45 67 89',
          horaires: '',
          ...guichet,
        },
      ]),
    ),
    'demandes.csv': enCsv(enTableau(demandes)),
  })

export const RADIATION = {
  motif_vu: 'NON_RENOUVELLEMENT',
  date_radiation: '2026-10-20',
  preavis: 'INCONNU',
  texte: 'Rien reçu.',
}
const IDENTITE = { preuve: 'ACTE_NAISSANCE', vue_le: '2026-11-20' }

export interface Cas {
  readonly sorte: string
  readonly champs: Ligne
  readonly avant?: readonly Ligne[]
  readonly apres: readonly Ligne[]
  readonly guichet?: Ligne
  readonly fait?: Ligne
}

export const DEUX_ACTIVES = [ligne(1), ligne(2)]
export const DOUBLON = { sorte: 'doublon', champs: { numeros: `${UN} ${DEUX}`, garde: UN, motif: 'même personne' } }

/** What each kind is confirmed by, and what does not. */
export const CAS: readonly (readonly [quoi: string, cas: Cas, attendu: boolean])[] = [
  ['un doublon dont l’autre demande est radiée', { ...DOUBLON, apres: [ligne(1), ligne(2, RADIEE)] }, true],
  ['un doublon dont la demande gardée est radiée', { ...DOUBLON, apres: [ligne(1, RADIEE), ligne(2)] }, false],
  ['un doublon toujours actif deux fois', { ...DOUBLON, apres: DEUX_ACTIVES }, false],
  [
    'une radiation, la demande de nouveau active',
    {
      sorte: 'radiation',
      champs: { ...RADIATION, numeros: UN },
      avant: [ligne(1, RADIEE), ligne(2)],
      apres: DEUX_ACTIVES,
    },
    true,
  ],
  [
    'une radiation, la demande toujours radiée',
    { sorte: 'radiation', champs: { ...RADIATION, numeros: UN }, apres: [ligne(1, RADIEE), ligne(2)] },
    false,
  ],
  [
    'un nom de naissance corrigé',
    {
      ...{ sorte: 'identite', champs: { ...IDENTITE, numeros: UN, champ: 'NOM_NAISSANCE' } },
      apres: [ligne(1, { nom_naissance: 'AUTRE' }), ligne(2)],
    },
    true,
  ],
  [
    'un prénom corrigé quand c’est le nom qui l’était',
    {
      ...{ sorte: 'identite', champs: { ...IDENTITE, numeros: UN, champ: 'SITUATION_FAMILIALE' } },
      apres: [ligne(1, { prenom: 'Samia' }), ligne(2)],
    },
    false,
  ],
  [
    'une date de naissance corrigée, que K1 montre',
    {
      ...{ sorte: 'identite', champs: { ...IDENTITE, numeros: UN, champ: 'DATE_NAISSANCE' } },
      apres: [ligne(1, { date_naissance: '01/03/1980' }), ligne(2)],
    },
    true,
  ],
  [
    'une situation de famille corrigée',
    {
      ...{ sorte: 'identite', champs: { ...IDENTITE, numeros: UN, champ: 'SITUATION_FAMILIALE' } },
      apres: [ligne(1, { situation_familiale: 'MARIE' }), ligne(2)],
    },
    true,
  ],
  [
    'une identité inchangée',
    { sorte: 'identite', champs: { ...IDENTITE, numeros: UN, champ: 'PRENOM' }, apres: DEUX_ACTIVES },
    false,
  ],
  [
    'un refus dont le numéro paraît',
    {
      ...{
        sorte: 'refus-enregistrement',
        champs: { qui: 'une mairie', refuse_le: '2026-11-20', texte: 'Hors commune.' },
      },
      ...{ fait: { numero: NEUF }, apres: [...DEUX_ACTIVES, ligne(9)] },
    },
    true,
  ],
  [
    'un refus sans numéro noté',
    {
      ...{
        sorte: 'refus-enregistrement',
        champs: { qui: 'une mairie', refuse_le: '2026-11-20', texte: 'Hors commune.' },
      },
      apres: [...DEUX_ACTIVES, ligne(9)],
    },
    false,
  ],
  [
    'une attestation qui a maintenant sa date',
    {
      ...{ sorte: 'attestation-non-recue', champs: { numeros: UN, deposee_le: '2026-10-01' } },
      apres: [ligne(1, { date_attestation: '25/11/2026' }), ligne(2)],
    },
    true,
  ],
  [
    'une attestation toujours sans date',
    { sorte: 'attestation-non-recue', champs: { numeros: UN, deposee_le: '2026-10-01' }, apres: DEUX_ACTIVES },
    false,
  ],
  [
    'des horaires reportés au registre',
    {
      ...{ sorte: 'coordonnees', champs: { guichet: 'BBBBB', horaires: 'de 9 h à 12 h', depuis_le: '2026-12-01' } },
      ...{ apres: DEUX_ACTIVES, guichet: { horaires: 'De 9h à 12h' } },
    },
    true,
  ],
  [
    'un téléphone toujours l’ancien',
    {
      ...{ sorte: 'coordonnees', champs: { guichet: 'BBBBB', telephone: '04 00 00 00 00', depuis_le: '2026-12-01' } },
      apres: DEUX_ACTIVES,
    },
    false,
  ],
  [
    'une pièce redemandée : aucun instantané ne la montre',
    {
      sorte: 'piece-redemandee',
      champs: { numeros: UN, piece: 'REVENUS', par_qui: 'un bailleur', redemandee_le: '2026-11-20' },
      apres: [ligne(1, { nom_naissance: 'AUTRE', date_attestation: '25/11/2026' }), ligne(2)],
    },
    false,
  ],
]
