import { describe, expect, it } from 'vitest'
import { lireMotifs, verifierCas } from '../../aide.ts'
import type { Demande } from '../../instantane.ts'

const menage = (nom: string, autre: Demande = {}): Demande => ({
  nom_naissance: nom,
  prenom: 'Ana',
  date_naissance: '1980-05-05',
  ...autre,
})
const janvier = { date_enregistrement: '2026-01-10' }
const echange = (nom: string, autre: Demande = {}) => menage('Ana', { prenom: nom, ...autre })

describe('doublons_actifs', () => {
  it('accuse la demande qui en répète une autre, et non la première', () =>
    verifierCas('doublons_actifs', [
      ['la première', menage('A', janvier), '0/1'],
      ['la seconde', menage('A'), '1/1'],
      ['trois du même ménage', [menage('B', janvier), menage('B'), menage('B')], '2/3'],
      ['le même jour, plus petit numéro', menage('C'), '0/1'],
      ['le même jour, plus grand numéro', menage('C'), '1/1'],
      ['la première est radiée', [menage('D', { ...janvier, statut: 'RADIEE' }), menage('D')], '0/1'],
      ['la seconde est radiée', [menage('E', janvier), menage('E', { statut: 'RADIEE' })], '0/1'],
      [
        'la première est d’une association',
        [menage('F', { ...janvier, type_demandeur: 'ASSOCIATION' }), menage('F')],
        '0/1',
      ],
      ['seule', menage('G'), '0/1'],
      ['aucune active', menage('H', { statut: 'RADIEE' }), '0/0'],
    ]))

  it('reconnaît un ménage à son nom de naissance, son prénom et sa date de naissance, échangés ou non', () =>
    verifierCas('doublons_actifs', [
      ['nom et prénom échangés', [menage('A', janvier), echange('A')], '1/2'],
      ['échangés, l’échange d’abord', [echange('B', janvier), menage('B')], '1/2'],
      ['deux échanges', [menage('C', janvier), echange('C'), menage('C')], '2/3'],
      ['nom et prénom identiques, seul', { ...menage('Remy'), prenom: 'Rémy' }, '0/1'],
      [
        'nom et prénom identiques, deux fois',
        [
          { ...menage('Louis'), prenom: 'Louis' },
          { ...menage('Louis'), prenom: 'LOUIS' },
        ],
        '1/2',
      ],
      ['casse, accents, espaces et traits d’union', [menage('Le Goff-Noël', janvier), menage('LEGOFF NOEL')], '1/2'],
      ['ligatures', [menage('Bœuf Straße Læ', janvier), menage('BOEUF STRASSE LAE')], '1/2'],
      ['autre date de naissance', [menage('D', janvier), menage('D', { date_naissance: '1980-05-06' })], '0/2'],
      ['autre prénom', [menage('E', janvier), menage('E', { prenom: 'Anna' })], '0/2'],
      ['prénom inconnu', [menage('F', { ...janvier, prenom: null }), menage('F', { prenom: null })], '0/2'],
      [
        'date de naissance inconnue',
        [menage('G', { ...janvier, date_naissance: null }), menage('G', { date_naissance: null })],
        '0/2',
      ],
      [
        'le nom, faute de nom de naissance',
        [menage('H', { ...janvier, nom_naissance: null, nom: 'H' }), menage('H', { nom: 'Z' })],
        '1/2',
      ],
      ['même nom, autre nom de naissance', [menage('I', { ...janvier, nom: 'Z' }), menage('J', { nom: 'Z' })], '0/2'],
      ['un nom sans lettre n’est pas connu', [menage('123', { ...janvier, nom: 'K' }), menage('K')], '0/2'],
    ]))

  it('n’a pas de valeur sans prénoms, dates de naissance ou noms', async () =>
    expect(
      await lireMotifs(
        'doublons_actifs',
        [
          { sans: ['prenom', 'date_naissance', 'nom_naissance', 'nom'] },
          { sans: ['date_naissance', 'nom_naissance', 'nom'] },
          { sans: ['nom_naissance', 'nom'] },
          { sans: ['nom'] },
        ],
        menage('A'),
      ),
    ).toEqual(['COLONNE_VIDE prenom', 'COLONNE_VIDE date_naissance', 'COLONNE_VIDE nom_naissance', '0/1']))
})
