import { describe, expect, it } from 'vitest'
import type { CasAvant } from '../../aide.ts'
import { auxBornes, lireCharges, lireMotifs, S0, verifierCasAvant } from '../../aide.ts'

const MODIFIEE = { date_enregistrement: '2025-10-15', date_modification: '2026-10-15' }

/** First name, birth name, name. */
const nommee = (prenom: string | null, nom_naissance: string | null, nom: string | null = 'Usage') => ({
  ...MODIFIEE,
  prenom,
  nom_naissance,
  nom,
})
type Noms = Parameters<typeof nommee>
const de = (titre: string, avant: Noms, apres: Noms, attendu: string): CasAvant => [
  titre,
  nommee(...avant),
  nommee(...apres),
  attendu,
]

describe('mouvements_civilite', () => {
  it('accuse une demande modifiée dont le nom de naissance ou le prénom a changé', () =>
    verifierCasAvant('mouvements_civilite', S0, [
      ...auxBornes('date_modification', nommee('Ana', 'Roux'), '0/1', '0/0').map(
        ([titre, demande, attendu]): CasAvant => [titre, nommee('Ana', 'Roux'), demande, attendu],
      ),
      de('rien ne change', ['Ana', 'Roux'], ['Ana', 'Roux'], '0/1'),
      de('le nom de naissance change', ['Ana', 'Roux'], ['Ana', 'Roy'], '1/1'),
      de('le prénom change', ['Ana', 'Roux'], ['Eva', 'Roux'], '1/1'),
      de('les deux changent', ['Ana', 'Roux'], ['Eva', 'Roy'], '1/1'),
      de('échange des deux', ['Ana', 'Roux'], ['Roux', 'Ana'], '0/1'),
      de('moitié d’échange', ['Ana', 'Roux'], ['Roux', 'Roy'], '1/1'),
      de('le nom d’usage change seul', ['Ana', 'Roux', 'Blanc'], ['Ana', 'Roux', 'Noir'], '0/1'),
      de('le nom change, faute de nom de naissance', ['Ana', null, 'Blanc'], ['Ana', null, 'Noir'], '1/1'),
      de('casse, accents, espaces et traits d’union', ['Zoé-Ana', 'Œuf'], ['ZOE ANA', 'oeuf'], '0/1'),
      de('prénom inconnu avant', [null, 'Roux'], ['Ana', 'Roux'], '0/1'),
      de('prénom inconnu après', ['Ana', 'Roux'], [null, 'Roux'], '0/1'),
      de('prénom inconnu avant, le nom change', [null, 'Roux'], ['Ana', 'Roy'], '1/1'),
      de('nom inconnu avant', ['Ana', null, null], ['Ana', 'Roux'], '0/1'),
      de('nom inconnu après, le prénom change', ['Ana', 'Roux'], ['Eva', null, null], '1/1'),
      ['absente du début', [], nommee('Ana', 'Roux'), '0/0'],
      ['radiée depuis', nommee('Ana', 'Roux'), { ...nommee('Eva', 'Roux'), statut: 'RADIEE' }, '1/1'],
      ['d’une association', nommee('Ana', 'Roux'), { ...nommee('Eva', 'Roux'), type_demandeur: 'ASSOCIATION' }, '0/0'],
    ]))

  it('charge le guichet de la modification', async () =>
    expect(await lireCharges('mouvements_civilite', nommee('Eva', 'Roux'), nommee('Ana', 'Roux'))).toEqual({
      MODIF: '1/1',
      territoire: '1/1',
    }))

  it('n’a pas de valeur sans modifications, noms ou prénoms, aux deux bouts', async () =>
    expect(
      await lireMotifs('mouvements_civilite', [
        { sans: ['date_modification', 'nom_naissance', 'nom', 'prenom'] },
        { sans: ['nom_naissance', 'nom', 'prenom'] },
        { sans: ['prenom'] },
        { avant: S0, avantSans: ['nom_naissance', 'nom', 'prenom'] },
        { avant: S0, avantSans: ['prenom'] },
        {},
      ]),
    ).toEqual([
      'COLONNE_VIDE date_modification',
      'COLONNE_VIDE nom_naissance',
      'COLONNE_VIDE prenom',
      'COLONNE_VIDE nom_naissance',
      'COLONNE_VIDE prenom',
      'S0_ABSENT',
    ]))
})
