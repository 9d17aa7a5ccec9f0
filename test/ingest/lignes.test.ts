import { beforeAll, describe, expect, it } from 'vitest'
import { chargerAPart } from './contenu.ts'
import { ecrireDossier, fichiers } from './instantane.ts'
import { type Charge, charger, demande, type Enregistrement, numero } from './lignes.ts'
import { enCsv, enTableau } from './tableau.ts'

/** The line of a file on which the row of this rank stands: the headings are on the first. */
const ligneDe = (rang: number): number => rang + 2

const VOISIN = '013102600000199999'

const LIGNES: readonly (readonly [string, Enregistrement, string])[] = [
  ['un mois 00 dans le numéro', { numero_unique: '013002600000199999' }, 'NUMERO_UNIQUE_INVALIDE'],
  ['un mois 12 dans le numéro', { numero_unique: '013122600000199999' }, 'acceptée'],
  ['un mois 13 dans le numéro', { numero_unique: '013132600000199999' }, 'NUMERO_UNIQUE_INVALIDE'],
  ['un numéro de dix-neuf caractères', { numero_unique: `${VOISIN}9` }, 'NUMERO_UNIQUE_INVALIDE'],
  ['un numéro sans son premier zéro', { numero_unique: VOISIN.slice(1) }, 'acceptée'],
  ['un numéro de seize caractères', { numero_unique: VOISIN.slice(2) }, 'NUMERO_UNIQUE_INVALIDE'],
  ['un numéro corse, en minuscules', { numero_unique: '02a102600000199999' }, 'acceptée'],
  ['un numéro vide', { numero_unique: '' }, 'NUMERO_UNIQUE_INVALIDE'],
  ['un 29 février d’année ordinaire', { date_depot: '29/02/2026' }, 'DATE_INVALIDE'],
  ['un 29 février d’année bissextile', { date_depot: '29/02/2024' }, 'acceptée'],
  ['un 31 avril', { date_depot: '31/04/2026' }, 'DATE_INVALIDE'],
  ['un jour à un chiffre', { date_depot: '1/04/2026' }, 'DATE_INVALIDE'],
  ['une année à deux chiffres', { date_depot: '01/04/26' }, 'DATE_INVALIDE'],
  ['une date à l’américaine', { date_depot: '04/30/2026' }, 'DATE_INVALIDE'],
  ['une date AAAA-MM-JJ suivie d’une heure', { date_depot: '2026-04-01 12:30:00' }, 'acceptée'],
  ['une date JJ/MM/AAAA suivie d’une heure', { date_depot: '01/04/2026 12:30' }, 'acceptée'],
  ['une date suivie d’une heure d’un chiffre', { date_depot: '01/04/2026 9:05' }, 'acceptée'],
  ['une date suivie d’une heure sans minutes', { date_depot: '01/04/2026 9' }, 'DATE_INVALIDE'],
  ['une date suivie d’une heure de trois chiffres', { date_depot: '01/04/2026 123:05' }, 'DATE_INVALIDE'],
  ['une date suivie d’autre chose', { date_depot: '01/04/2026 midi' }, 'DATE_INVALIDE'],
  ['une naissance impossible', { date_naissance: '31/02/1980' }, 'DATE_INVALIDE'],
  ['une naissance à venir', { date_naissance: '01/01/2030' }, 'acceptée'],
  ['un statut vide', { statut: '' }, 'CHAMP_OBLIGATOIRE'],
  ['une date d’enregistrement vide', { date_enregistrement: '' }, 'CHAMP_OBLIGATOIRE'],
  ['un statut hors de sa liste', { statut: 'EN COURS' }, 'CODE_INCONNU'],
  ['un statut accentué, en minuscules', { statut: 'Radiée' }, 'acceptée'],
  ['un motif de radiation hors de sa liste', { motif_radiation: 'DECES' }, 'acceptée'],
  ['un type de demandeur hors de sa liste', { type_demandeur: 'SOCIETE' }, 'CODE_INCONNU'],
  ['une situation familiale hors de sa liste', { situation_familiale: 'AUTRE' }, 'acceptée'],
  ['le numéro avant la date', { numero_unique: 'x', date_depot: 'x' }, 'NUMERO_UNIQUE_INVALIDE'],
  ['la date avant le champ obligatoire', { date_depot: 'x', statut: '' }, 'DATE_INVALIDE'],
  ['le champ obligatoire avant le code', { date_enregistrement: '', statut: 'x' }, 'CHAMP_OBLIGATOIRE'],
]

const RADIEES: readonly (readonly [string, Enregistrement, 'gardée' | 'purgée'])[] = [
  ['la veille du terme', { date_radiation: '01/11/2025' }, 'gardée'],
  ['le jour du terme', { date_radiation: '31/10/2025' }, 'gardée'],
  ['le lendemain du terme', { date_radiation: '30/10/2025' }, 'purgée'],
  ['sans date d’effet, par la date de saisie', { date_saisie_radiation: '30/10/2025' }, 'purgée'],
  ['par la date d’effet d’abord', { date_radiation: '31/10/2025', date_saisie_radiation: '30/10/2025' }, 'gardée'],
  ['sans aucune date', {}, 'gardée'],
  ['active, quelle que soit la date', { statut: 'ACTIVE', date_radiation: '01/01/2001' }, 'gardée'],
]

describe('une ligne est rejetée pour la première raison qui vaut', () => {
  let charge: Charge
  beforeAll(async () => {
    charge = await charger(LIGNES.map(([, reste], i) => demande(i, reste)))
  })

  it.each(LIGNES.map(([quoi, , raison], i) => [quoi, raison, i] as const))('%s : %s', (_, raison, i) => {
    expect(charge.raisons.get(ligneDe(i)) ?? 'acceptée').toBe(raison)
  })

  it('un champ de trop ; une ligne complétée ne l’est pas', async () => {
    const [entete, premiere, deuxieme, troisieme] = enCsv(
      enTableau([1, 2, 3].map((rang) => demande(rang, { nom: 'x' }))),
    ).split('\n')
    const texte = [entete, `${premiere};de trop`, deuxieme?.replace(/;[^;]*$/, ''), troisieme].join('\n')
    const { rapports, contenu } = await chargerAPart([ecrireDossier(fichiers({ 'demandes.csv': texte }))], {
      tolerance: 1,
    })
    expect(rapports[0]?.rejets).toEqual({ COLONNES: 1 })
    expect(rapports[0]?.completees).toBe(1)
    expect(contenu.courantes).toMatchObject([{ numero_unique: numero(2) }, { numero_unique: numero(3) }])
  })

  it('un numéro répété, réparation faite : la première ligne non rejetée est gardée', async () => {
    const { raisons, gardees, rapport } = await charger([
      demande(1, { date_depot: 'x', canal: 'GUICHET' }),
      demande(1, { canal: 'PORTAIL' }),
      demande(1, { canal: 'INTERFACE', numero_unique: numero(1).slice(1) }),
    ])
    expect([...raisons.values()]).toEqual(['DATE_INVALIDE', 'NUMERO_UNIQUE_REPETE'])
    expect(gardees.get(numero(1))?.canal).toBe('PORTAIL')
    expect(rapport?.reparees).toBe(0)
  })

  it('un numéro répété compte pour la ligne gardée, fût-elle trop ancienne pour être conservée', async () => {
    const { raisons, gardees } = await charger([
      demande(1, { statut: 'RADIEE', date_radiation: '01/01/2020' }),
      demande(1),
    ])
    expect([...raisons.values()]).toEqual(['NUMERO_UNIQUE_REPETE'])
    expect(gardees.size).toBe(0)
  })
})

describe('une demande radiée depuis plus d’un an n’est pas conservée', () => {
  let charge: Charge
  beforeAll(async () => {
    charge = await charger(RADIEES.map(([, reste], i) => demande(i, { statut: 'RADIEE', ...reste })))
  })

  it.each(RADIEES.map(([quoi, , sort], i) => [quoi, sort, i] as const))('%s : %s', (_, sort, i) => {
    expect(charge.gardees.has(numero(i)) ? 'gardée' : 'purgée').toBe(sort)
  })

  it('chaque ligne est acceptée, rejetée ou purgée', () => {
    expect(charge.rapport).toMatchObject({ lignes: 7, acceptees: 5, purgees: 2, rejetees: 0 })
  })
})

describe('ce qu’une ligne ne dit pas', () => {
  it('le guichet d’enregistrement est celui du numéro ; un guichet hors registre est gardé et listé', async () => {
    const { rapport, gardees } = await charger([
      demande(1),
      demande(2, { numero_unique: '013102600000298765', guichet_radiation: ' zzzzz ' }),
    ])
    expect([...gardees.values()].map((l) => l.guichet_enregistrement).toSorted()).toEqual(['98765', 'AAAAA'])
    expect(rapport?.guichets_inconnus).toEqual(['98765', 'ZZZZZ'])
  })

  it('c’est une personne, et l’alerte de doublon n’a pas été forcée', async () => {
    const { gardees } = await charger([demande(1)])
    expect(gardees.get(numero(1))).toMatchObject({ type_demandeur: 'PERSONNE', forcage_doublon: 'false' })
  })
})
