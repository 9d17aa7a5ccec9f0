import { type Atelier, type LigneEcrite, ligneBrute, ligneDe, morceau } from './ligne.ts'
import { cellule, demandeDe } from './valeurs.ts'

export type Fabrique = (atelier: Atelier) => LigneEcrite

const a = (atelier: Atelier, nom: string): boolean => atelier.noms.includes(nom)

const numeroFaux = (atelier: Atelier, sort: 'NUMERO_UNIQUE_INVALIDE' | 'PRECISION_PERDUE', faux: readonly string[]) => {
  const ligne = ligneDe(atelier, sort, { numero_unique: atelier.hasard.choisir(faux) })
  return { ...ligne, morceaux: ligne.morceaux.map((lu) => ({ ...lu, numero: null })) }
}

/** A numéro written in another way, that is the same. */
const numeroEcrit = (atelier: Atelier, ecrire: (numero: string) => string): LigneEcrite => {
  const valeurs = demandeDe(atelier.hasard, atelier.rang)
  const brut = ecrire(valeurs.numero_unique ?? '')
  const cellules = atelier.noms.map((nom) =>
    nom === 'numero_unique' ? brut : cellule(valeurs[nom] ?? '', atelier.separateur),
  )
  return { texte: cellules.join(atelier.separateur), morceaux: [morceau('ACCEPTEE', valeurs)] }
}

/** Rows whose values alone decide what becomes of them. */
export const SORTES_VALEURS: Readonly<Record<string, Fabrique>> = {
  ordinaire: (atelier) => ligneDe(atelier, 'ACCEPTEE'),
  'numéro sans son zéro': (atelier) => numeroEcrit(atelier, (numero) => numero.slice(1)),
  'numéro en minuscules': (atelier) => numeroEcrit(atelier, (numero) => numero.toLowerCase()),
  'numéro entre blancs': (atelier) =>
    numeroEcrit(
      atelier,
      (numero) =>
        `${atelier.hasard.choisir([' ', '\ufeff'])}${numero}${atelier.hasard.choisir([' ', '\u00a0', '\u202f', '\u2009'])}`,
    ),
  'numéro gardé': (atelier) =>
    numeroEcrit(atelier, (numero) => atelier.hasard.choisir([`'${numero}`, `="${numero}"`, `"=""${numero}"""`])),
  'numéro faux': (atelier) =>
    numeroFaux(atelier, 'NUMERO_UNIQUE_INVALIDE', [
      ...['', 'N/A', '?', 'ABC', '013132600000112345', '01310260000011234', '0131026000001AAAAAA', '#REF!'],
      ...["'", '=""', '0131026000001AAAA-', '01C1026000001AAAAA'],
    ]),
  'numéro arrondi': (atelier) =>
    numeroFaux(atelier, 'PRECISION_PERDUE', ['1,30926E+17', '1.30926e+17', '1,31026000001E+16', '1E17']),
  'date fausse': (atelier) =>
    ligneDe(atelier, 'DATE_INVALIDE', {
      [a(atelier, 'date_depot') && atelier.hasard.chance(0.5) ? 'date_depot' : 'date_enregistrement']:
        atelier.hasard.choisir([
          '31/02/2026',
          '2026-13-01',
          '1/1/2026',
          '00/01/1900',
          '32/01/2026',
          'hier',
          '20261010',
          '10-10-2026',
        ]),
    }),
  'statut vide': (atelier) =>
    ligneDe(atelier, 'CHAMP_OBLIGATOIRE', {
      statut: atelier.hasard.choisir(['', 'NC', 'n/a', 'Non renseigné', '-', "'?", '#N/A', '="NR"']),
    }),
  'date d’enregistrement vide': (atelier) =>
    ligneDe(atelier, 'CHAMP_OBLIGATOIRE', { date_enregistrement: atelier.hasard.choisir(['', '?', 'NULL', '\\N']) }),
  'statut inconnu': (atelier) =>
    ligneDe(atelier, 'CODE_INCONNU', { statut: atelier.hasard.choisir(['EN COURS', 'X', '1', 'ACTIVEE']) }),
  'type inconnu': (atelier) =>
    a(atelier, 'type_demandeur')
      ? ligneDe(atelier, 'CODE_INCONNU', { type_demandeur: 'SOCIETE' })
      : ligneDe(atelier, 'ACCEPTEE'),
  'nom qui commence par Total': (atelier) => ligneDe(atelier, 'ACCEPTEE', { nom: 'Total Habitat', prenom: 'TOTAL' }),
  'mot vide': (atelier) =>
    ligneDe(atelier, 'ACCEPTEE', { prenom: 'N/A', situation_familiale: 'NSP', date_depot: '--', nb_personnes: 'nan' }),
  'un seul code hors de sa liste': (atelier) =>
    ligneDe(atelier, 'ACCEPTEE', { situation_familiale: 'pacsé depuis peu' }),
  répétée: (atelier) => {
    const deja = atelier.acceptes.length === 0 ? null : atelier.hasard.choisir(atelier.acceptes)
    return deja === null
      ? ligneDe(atelier, 'ACCEPTEE')
      : ligneDe(atelier, 'NUMERO_UNIQUE_REPETE', { numero_unique: deja })
  },
  radiée: (atelier) =>
    a(atelier, 'date_radiation')
      ? atelier.hasard.choisir([
          () => ligneDe(atelier, 'PURGEE', { statut: 'Radiée', date_radiation: '30/10/2025' }),
          () => ligneDe(atelier, 'ACCEPTEE', { statut: 'RADIEE', date_radiation: '31/10/2025' }),
          () => ligneDe(atelier, 'PURGEE', { statut: 'radiee', date_radiation: '2011-03-01' }),
        ])()
      : ligneDe(atelier, 'ACCEPTEE', { statut: 'RADIEE' }),
  'caractère rare': (atelier) =>
    ligneBrute(
      atelier,
      'ACCEPTEE',
      'prenom',
      `x${atelier.hasard.choisir(['\x01', '\x1a', '\x1c', '\x1e', '\x7f', '\v', '\f', '\u2028', '\u0085', '\ufeff', '\u{1f600}', '\\', "'"])}y`,
      true,
    ),
}
