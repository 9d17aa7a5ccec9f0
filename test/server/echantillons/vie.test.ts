import { describe, expect, it } from 'vitest'
import { texteDe } from '../../web/rendre.tsx'
import { preparerDepartement } from '../acces/departement.ts'
import { JUSTE, preparerEchantillons } from './aide.ts'

const departement = preparerDepartement()

describe('un échantillon', () => {
  it('se remplit fiche après fiche, la suivante venant d’elle-même, puis se clôt et se rouvre avec un motif', async () => {
    const { demander, lire, tirer } = await preparerEchantillons(departement().base)
    const id = await tirer({ taille: '3' })
    expect(await lire('/echantillons')).toMatch(/Échantillon d’octobre 2026, n° 1 .*Tiré/)
    const suites: (string | undefined)[] = []
    for (const rang of [1, 2, 3]) {
      const reponse = await demander(`/echantillons/${id}/fiches/${rang}`, JUSTE)
      suites.push(reponse.headers.get('location')?.split('?')[0])
    }
    expect(suites).toEqual([`/echantillons/${id}/fiches/2`, `/echantillons/${id}/fiches/3`, `/echantillons/${id}`])
    expect(await lire(`/echantillons/${id}`)).toContain('3 fiches remplies sur 3. Aucune ne dit de défaut.')
    expect((await demander(`/echantillons/${id}`, { acte: 'CLORE', texte: '' })).status).toBe(303)
    expect((await demander(`/echantillons/${id}/fiches/1`, JUSTE)).status).toBe(422)
    expect((await demander(`/echantillons/${id}`, { acte: 'ROUVRIR', texte: ' ' })).status).toBe(422)
    expect((await demander(`/echantillons/${id}`, { acte: 'ROUVRIR', texte: 'erreur fiche 2' })).status).toBe(303)
    const page = await lire(`/echantillons/${id}`)
    expect(page).toMatch(
      /Échantillon rouvert .*erreur fiche 2.*Échantillon clos .*Première fiche remplie .*Échantillon tiré/,
    )
  })

  it('ne se clôt incomplet qu’avec un motif, et dit combien de fiches manquent', async () => {
    const { demander, tirer } = await preparerEchantillons(departement().base)
    const id = await tirer({ taille: '3' })
    const refus = await demander(`/echantillons/${id}`, { acte: 'CLORE', texte: '' })
    expect([refus.status, texteDe(await refus.text())]).toEqual([
      422,
      expect.stringContaining('3 fiches ne sont pas remplies : clore dès maintenant demande un motif.'),
    ])
    expect((await demander(`/echantillons/${id}`, { acte: 'CLORE', texte: 'tiré par erreur' })).status).toBe(303)
  })

  it('dit ses défauts par question avec leur intervalle, en mots et en tableau', async () => {
    const { demander, lire, tirer } = await preparerEchantillons(departement().base)
    const id = await tirer({ taille: '30', strate: 'CATEGORIE' })
    for (let rang = 1; rang <= 30; rang++) {
      const faute =
        rang <= 2
          ? { q_PIECE_IDENTITE: 'NON' }
          : rang === 3
            ? { constat: 'NON_CONFORME', champ: 'nb_personnes', q_REFUS_A_TORT: 'OUI' }
            : rang === 4
              ? { q_RELANCE: 'NON_VERIFIABLE' }
              : {}
      await demander(`/echantillons/${id}/fiches/${rang}`, { ...JUSTE, ...faute })
    }
    const page = await lire(`/echantillons/${id}`)
    expect(page).toContain('30 fiches remplies sur 30. 3 disent un défaut au moins.')
    expect(page).toContain('La pièce d’identité est vue : 2 défauts sur 30 : entre 0,8 % et 22,1 %')
    expect(page).toMatch(/Aucun critère prohibé n’est retenu \(code pénal, 225-1\) 0 30 0 0,0 % 0,0 % 11,6 %/)
    expect(page).toMatch(/Le formulaire incomplet a été relancé 0 29 1 /)
    expect(page).toMatch(/La demande a été refusée à tort 1 30 0 3,3 %/)
    const parStrate = await lire(`/echantillons/${id}?question=CRITERE_PROHIBE`)
    expect(parStrate).toContain('0 défaut sur 30 : jusqu’à 11,6 %')
    expect(page).toContain('Nombre de personnes à loger')
  })

  it.each([
    ['sans constat', { constat: '' }, 'Dire si l’enregistrement est conforme'],
    ['non conforme sans champ', { constat: 'NON_CONFORME' }, 'dit quel champ'],
    ['d’un champ inconnu', { constat: 'NON_CONFORME', champ: 'mot_de_passe' }, 'Ce champ n’existe pas'],
    ['où une réponse manque', { q_RELANCE: '' }, 'Il manque une réponse : Le formulaire incomplet a été relancé.'],
    ['dont la note porte un numéro', { note: 'voir 0131026000001AAAAA' }, 'numéro unique'],
  ])('refuse une fiche %s, et rend ce qui était saisi', async (_, faute, phrase) => {
    const { demander, tirer, etat } = await preparerEchantillons(departement().base)
    const id = await tirer({ taille: '3' })
    const reponse = await demander(`/echantillons/${id}/fiches/1`, { ...JUSTE, note: 'à revoir', ...faute })
    const html = await reponse.text()
    expect([reponse.status, texteDe(html)]).toEqual([422, expect.stringContaining(phrase)])
    expect(html).toMatch(/name="q_COMMENTAIRES"[^>]*value="OUI"[^>]*checked/)
    expect(await etat.selectFrom('echantillons_reponses').selectAll().execute()).toEqual([])
  })

  it('garde les questions du jour où il a été tiré, même si le territoire en change', async () => {
    const { demander, lire, tirer } = await preparerEchantillons(departement().base)
    const avant = await tirer({ taille: '3' })
    const questions = {
      ...{
        code_0: 'PIECE_IDENTITE',
        libelle_0: 'La pièce est vue',
        defaut_0: 'NON',
        code_1: '',
        libelle_1: 'Le ménage a menti',
      },
      ...{ defaut_1: 'OUI', code_2: 'RELANCE', libelle_2: '', defaut_2: 'NON', depuis: '2026-11-01', motif: 'comité' },
    }
    expect((await demander('/parametres/questions', questions)).status).toBe(303)
    const apres = await tirer({ taille: '3' })
    expect(await lire(`/echantillons/${avant}/fiches/1`)).toContain('Le formulaire incomplet a été relancé')
    const fiche = await lire(`/echantillons/${apres}/fiches/1`)
    expect(fiche).toMatch(/La pièce est vue.*Le ménage a menti/)
    expect(fiche).not.toContain('relancé')
    expect(await lire('/parametres')).toContain('La pièce est vue ; Le ménage a menti')
    const vide = await demander('/parametres/questions', {
      libelle_0: '',
      code_0: 'RELANCE',
      defaut_0: 'NON',
      depuis: '2026-11-01',
      motif: 'x',
    })
    expect([vide.status, texteDe(await vide.text())]).toEqual([
      422,
      expect.stringContaining('Il faut une question au moins'),
    ])
  })
})
