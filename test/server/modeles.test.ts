import { describe, expect, it } from 'vitest'
import { MODELES } from '../../reports/lettres/modeles.ts'
import { texteDe } from '../web/rendre.tsx'
import { preparerDepartement } from './acces/departement.ts'
import { adresse, creerApplication, poster } from './aide.ts'
import { preparerMesures } from './mesures/aide.ts'

const departement = preparerDepartement()

const BON = { ...MODELES.LETTRE.defaut, motif: 'plus court' } as Record<string, string>

const preparer = async () => {
  const application = await creerApplication(departement().base, { territoires: ['013'] })
  const { app, etat } = application
  await etat.deleteFrom('modeles_de_lettres').execute()
  const envoyer = async (champs: Record<string, string>, modele = 'lettre') => {
    const reponse = await app.request(adresse(`/parametres/modeles/${modele}`), poster(champs))
    const page = await reponse.text()
    const refus = /id="refus">.*?<strong>(.*?)<\/strong>/s.exec(page)?.[1]
    return { statut: reponse.status, refus: refus === undefined ? null : texteDe(refus), page }
  }
  const versions = () => etat.selectFrom('modeles_de_lettres').selectAll().execute()
  return { ...application, envoyer, versions }
}

describe('un modèle de lettre', () => {
  it.each([
    ['d’un seul tenant', '0131026000001AAAAA'],
    ['en groupes', '013 1026 000001 AAAAA'],
    ['avec des espaces insécables', '013\u00a01026\u202f000001\u00a0AAAAA'],
    ['avec des points', '013.1026.000001.AAAAA'],
    ['avec des tirets', '013-1026-000001-AAAAA'],
    ['en minuscules', '0131026000001aaaaa'],
    ['sans son zéro', '131026000001AAAAA'],
  ])('qui porte un numéro unique, %s, n’est pas gardé, où que ce soit', async (_, numero) => {
    const { envoyer, versions } = await preparer()
    for (const partie of Object.keys(BON)) {
      const { statut, refus } = await envoyer({ ...BON, [partie]: `${BON[partie]} ${numero}` })
      expect([partie, statut, refus]).toEqual([partie, 422, expect.stringContaining('numéro unique')])
    }
    expect(await versions()).toEqual([])
  })

  it.each([
    ['un champ inconnu', { corps: 'Bonjour {servise}.' }, '{servise}'],
    ['une accolade ouverte', { corps: 'Bonjour {service' }, 'n’est pas fermée'],
    ['un objet vide', { objet: '' }, '« Objet » est vide'],
    ['un motif vide', { motif: ' ' }, 'manque'],
    ['un texte démesuré', { corps: 'x'.repeat(30_000) }, /trop long|caractères|au plus|<=/i],
  ])('ne prend pas %s, rend ce qui a été saisi et le dit', async (_, change, phrase) => {
    const { envoyer, versions } = await preparer()
    const { statut, refus, page } = await envoyer({ ...BON, ...change })
    expect(statut).toBe(422)
    expect(refus?.replace(/[\u00a0\u202f]/g, ' ')).toMatch(phrase)
    expect(texteDe(page)).toContain('Rien n’a été changé')
    if ('corps' in change && change.corps.length < 100) expect(page).toContain(change.corps)
    expect(await versions()).toEqual([])
  })

  it('ne garde que ses propres parties : un champ de trop du formulaire n’entre pas', async () => {
    const { envoyer, versions } = await preparer()
    expect(
      (await envoyer({ ...BON, corps: '{faits}', par: 'un-autre@exemple.fr', modele: 'NOTE', intrus: 'x' })).statut,
    ).toBe(303)
    const [version] = await versions()
    expect([version?.modele, Object.keys(JSON.parse(version?.parties ?? '{}')).toSorted()]).toEqual([
      'LETTRE',
      Object.keys(MODELES.LETTRE.defaut).toSorted(),
    ])
    expect(version?.par).not.toBe('un-autre@exemple.fr')
    for (const inconnu of ['inconnu', 'constructor', '__proto__']) {
      const { statut } = await envoyer(BON, inconnu)
      expect([inconnu, statut]).toEqual([inconnu, 404])
    }
  })

  it('garde chaque version, relit la première, et revient à l’origine sans en perdre', async () => {
    const { envoyer, versions, app } = await preparer()
    for (const mot of ['Un', 'Deux']) await envoyer({ ...BON, corps: `${mot}.\n\n{faits}`, motif: `pour ${mot}` })
    await app.request(adresse('/parametres/modeles/lettre/origine'), poster({}))
    expect((await versions()).map(({ motif, parties }) => [motif, JSON.parse(parties).corps.slice(0, 5)])).toEqual([
      ['pour Un', 'Un.\n\n'],
      ['pour Deux', 'Deux.'],
      [expect.any(String), MODELES.LETTRE.defaut.corps?.slice(0, 5)],
    ])
    const lue = await (await app.request(adresse('/parametres/modeles/lettre?version=1'))).text()
    expect(lue).toContain('Un.')
    for (const mot of ['pour Un', 'pour Deux']) expect(lue).toContain(mot)
  })

  it('dont un champ nommé est vide arrête la lettre, et le nomme ; l’acte n’est pas fait', async () => {
    const { base, sien } = departement()
    const { etat, ouvrir, agir, demander } = await preparerMesures(base)
    const gestionnaire = { role: 'gestionnaire' } as const
    await etat.deleteFrom('modeles_de_lettres').execute()
    const reponse = await demander(gestionnaire, '/parametres/modeles/lettre', {
      ...BON,
      corps: '{faits}\n\n**{adresse}**',
    })
    expect(reponse.status).toBe(303)
    const id = await ouvrir(sien.service, `GUICHET|${sien.code}|forcages`)
    const { statut, refus } = await agir(gestionnaire, id, 'FORMALISER', { texte: 'refus', adresse: ' ' })
    expect([statut, refus]).toEqual([422, expect.stringContaining('Le champ « adresse du service » est vide')])
    const actes = await etat.selectFrom('mesures_actes').select('acte').where('mesure', '=', Number(id)).execute()
    expect(actes).toEqual([{ acte: 'OUVRIR' }])
    await etat.deleteFrom('modeles_de_lettres').execute()
  })
})
