import { describe, expect, it } from 'vitest'
import { lireCharges, lireMotifs, verifierCas } from '../../aide.ts'
import type { Demande } from '../../instantane.ts'

/** A household of its own. */
const menage = (nom: string): Demande => ({ nom_naissance: nom, prenom: 'Ana', date_naissance: '1980-05-05' })

/** Forced on 10 September: thirty days later is 10 October. */
const forcee = (nom: string): Demande => ({ ...menage(nom), forcage_doublon: 'O', date_enregistrement: '2026-09-10' })
const ancienne = (nom: string): Demande => ({ ...menage(nom), date_enregistrement: '2026-01-10' })
const radiee = (nom: string, date_radiation: string | null): Demande => ({
  ...ancienne(nom),
  statut: 'RADIEE',
  date_radiation,
})

describe('forcages_injustifies', () => {
  it('juge les forçages trente jours après, dans la période', () =>
    verifierCas('forcages_injustifies', [
      ['trente jours après : la veille', { ...forcee('A'), date_enregistrement: '2026-08-31' }, '0/0'],
      ['le premier jour', { ...forcee('B'), date_enregistrement: '2026-09-01' }, '0/1'],
      ['le dernier jour', { ...forcee('C'), date_enregistrement: '2026-10-01' }, '0/1'],
      ['le lendemain', { ...forcee('D'), date_enregistrement: '2026-10-02' }, '0/0'],
      ['non forcée', { ...forcee('E'), forcage_doublon: 'N' }, '0/0'],
      ['forçage inconnu', { ...forcee('F'), forcage_doublon: null }, '0/0'],
      ['radiée depuis', { ...forcee('G'), statut: 'RADIEE' }, '0/1'],
    ]))

  it('accuse un forçage dont la demande plus ancienne du même ménage existe encore trente jours après', () =>
    verifierCas('forcages_injustifies', [
      ['active', [ancienne('A'), forcee('A')], '1/1'],
      ['radiée à vingt-neuf jours', [radiee('B', '2026-10-09'), forcee('B')], '0/1'],
      ['radiée à trente jours', [radiee('C', '2026-10-10'), forcee('C')], '0/1'],
      ['radiée à trente et un jours', [radiee('D', '2026-10-11'), forcee('D')], '1/1'],
      ['radiée, date inconnue', [radiee('E', null), forcee('E')], '0/1'],
      ['active malgré une date de radiation', [{ ...radiee('F', '2026-09-11'), statut: 'ACTIVE' }, forcee('F')], '1/1'],
      ['l’autre est plus récente', [{ ...ancienne('G'), date_enregistrement: '2026-09-11' }, forcee('G')], '0/1'],
      [
        'le même jour, l’autre a le plus petit numéro',
        [{ ...ancienne('H'), date_enregistrement: '2026-09-10' }, forcee('H')],
        '1/1',
      ],
      [
        'le même jour, l’autre a le plus grand numéro',
        [forcee('I'), { ...ancienne('I'), date_enregistrement: '2026-09-10' }],
        '0/1',
      ],
      ['l’autre est d’une association', [{ ...ancienne('J'), type_demandeur: 'ASSOCIATION' }, forcee('J')], '0/1'],
      ['noms échangés seulement', [{ ...ancienne('K'), nom_naissance: 'Ana', prenom: 'K' }, forcee('K')], '0/1'],
      [
        'prénom inconnu des deux',
        [
          { ...ancienne('L'), prenom: null },
          { ...forcee('L'), prenom: null },
        ],
        '0/1',
      ],
      ['à la casse et aux accents près', [{ ...ancienne('Noël-Œuf'), prenom: 'ÂNA' }, forcee('NOEL OEUF')], '1/1'],
      ['deux forcées du même ménage', [{ ...forcee('M'), date_enregistrement: '2026-09-05' }, forcee('M')], '1/2'],
    ]))

  it('charge le guichet de l’enregistrement', async () =>
    expect(await lireCharges('forcages_injustifies', forcee('A'))).toEqual({ ENREG: '0/1', territoire: '0/1' }))

  it('n’a pas de valeur sans forçages, radiations ou identités', async () =>
    expect(
      await lireMotifs(
        'forcages_injustifies',
        [
          { sans: ['forcage_doublon', 'date_radiation', 'prenom'] },
          { sans: ['date_radiation', 'prenom', 'date_naissance'] },
          { sans: ['prenom', 'date_naissance', 'nom_naissance', 'nom'] },
          { sans: ['date_naissance', 'nom_naissance', 'nom'] },
          { sans: ['nom_naissance', 'nom'] },
          { sans: ['nom_naissance'] },
        ],
        forcee('A'),
      ),
    ).toEqual([
      'COLONNE_VIDE forcage_doublon',
      'COLONNE_VIDE date_radiation',
      'COLONNE_VIDE prenom',
      'COLONNE_VIDE date_naissance',
      'COLONNE_VIDE nom_naissance',
      '0/1',
    ]))
})
