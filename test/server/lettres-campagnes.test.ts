import { describe, expect, it } from 'vitest'
import { FICHE_VIDE } from '../../web/registre.ts'

import { texteDuDocx } from '../docx.ts'
import { texteDe } from '../web/rendre.tsx'
import { preparerHabilitations } from './habilitations/aide.ts'

const preparer = preparerHabilitations()

const RUE = 'Direction de l’habitat\n3, place de la Fontaine\n13998 Vaugrand'

/** A review launched, the service's sheet inscribed with where its letters go. */
const lancer = async (postale = RUE) => {
  const tout = await preparer()
  const { gestionnaire, habiliter, sien, etat } = tout
  await etat.deleteFrom('services_fiches').execute()
  await habiliter('Lou Icard', sien.service)
  const fiche = { ...FICHE_VIDE, libelle: sien.libelle, guichets: `${sien.code} ${sien.libelle}`, horaires: 'le matin' }
  const inscrire = (champs: Partial<typeof FICHE_VIDE>) =>
    gestionnaire.demander(`/registre/${sien.service}/fiche`, { ...fiche, texte: '', ...champs })
  await gestionnaire.demander('/registre/ecarts', { acte: 'INSCRIRE' })
  expect((await inscrire({ adresse_postale: postale })).status).toBe(303)
  const lancee = await gestionnaire.demander('/habilitations/campagnes', { annee: '2026', jour: '2026-12-15' })
  const campagne = lancee.headers.get('location')?.split('?')[0] ?? ''
  const revue = `${campagne}/services/${sien.service}`
  const lettre = async (chemin: string) => {
    const reponse = await gestionnaire.demander(chemin)
    if (reponse.status !== 200) return { statut: reponse.status, texte: texteDe(await reponse.text()), nom: '' }
    const nom = /filename="([^"]+)"/.exec(reponse.headers.get('content-disposition') ?? '')?.[1] ?? ''
    return { statut: 200, texte: texteDuDocx(new Uint8Array(await reponse.arrayBuffer())), nom }
  }
  return { ...tout, inscrire, campagne, revue, lettre, registre: `/registre/${sien.service}` }
}

describe('la lettre d’une revue des habilitations', () => {
  it('se prend de la page de la revue, en PDF et en DOCX, et le journal dit qui l’a prise', async () => {
    const { gestionnaire, campagne, revue, etat } = await lancer()
    const page = await (await gestionnaire.demander(campagne)).text()
    for (const forme of ['pdf', 'docx']) expect(page).toContain(`${revue}/lettre.${forme}`)
    const pdf = await gestionnaire.demander(`${revue}/lettre.pdf`)
    expect([pdf.status, pdf.headers.get('content-type')]).toEqual([200, 'application/pdf'])
    expect(new TextDecoder('latin1').decode(await pdf.arrayBuffer()).slice(0, 5)).toBe('%PDF-')
    const prises = await etat.selectFrom('journal').select('detail').where('action', '=', 'DOCUMENT').execute()
    expect(prises.map(({ detail }) => detail)).toEqual([expect.stringMatching(/revue-2026-.*\.pdf/)])
    expect((await gestionnaire.demander(`${revue}/lettre.odt`)).status).toBe(404)
  })

  it('nomme les agents et le terme ; relancé, le service est prié de nouveau, et rien n’en est gardé', async () => {
    const { gestionnaire, campagne, revue, lettre, etat, au, signer, sien } = await lancer()
    const premiere = await lettre(`${revue}/lettre.docx`)
    expect(premiere.texte).toMatch(/Fontaine.*13998 Vaugrand.*pour le 15 décembre 2026.*Lou Icard.*06\/01\/2025/s)
    expect(premiere.texte).not.toContain('relance')
    au('2026-12-16')
    await gestionnaire.demander(campagne, { acte: 'RELANCER' })
    const relance = await lettre(`${revue}/lettre.docx`)
    expect(relance.nom).toMatch(/^relance-revue-2026-.*-2026-12-16\.docx$/)
    expect(relance.texte).toMatch(/\(relance\).*Le 23 novembre 2026, je vous ai demandé.*ne m’est pas parvenue/s)
    expect(await etat.selectFrom('documents').select('nature').where('modele', 'like', '%REVUE').execute()).toEqual([])
    const service = await signer('guichet', sien.service)
    expect((await service.demander(`${revue}/lettre.pdf`)).status).toBe(403)
  })

  it('sans adresse ne se fait pas : la page nomme le champ et dit où l’écrire', async () => {
    const { inscrire, revue, lettre } = await lancer('')
    await inscrire({ adresses: 'Mairie : 1, rue Haute\nAnnexe : 2, rue Basse' })
    expect(await lettre(`${revue}/lettre.docx`)).toMatchObject({
      statut: 422,
      texte: expect.stringMatching(/Le champ « adresse du service » est vide : l’écrire dans la fiche du service/),
    })
    await inscrire({ adresses: '12, rue des Cordeliers, 13999 Rives' })
    expect((await lettre(`${revue}/lettre.docx`)).texte).toMatch(/12, rue des Cordeliers\s*13999 Rives/)
  })
})

describe('la lettre de confirmation du registre', () => {
  it('redit la fiche à confirmer, se relance une fois la relance notée, et n’est plus offerte une fois confirmée', async () => {
    const { gestionnaire, registre, lettre, signer, sien } = await lancer()
    expect(await (await gestionnaire.demander(registre)).text()).toContain(`${registre}/lettre.docx`)
    expect((await lettre(`${registre}/lettre.docx`)).texte).toMatch(/pour le 31 décembre 2026.*Horaires\s*le matin/s)
    await gestionnaire.demander(`${registre}/confirmation`, { acte: 'RELANCER', texte: 'par téléphone' })
    expect(await lettre(`${registre}/lettre.docx`)).toMatchObject({
      nom: expect.stringMatching(/^relance-confirmation-2026-/),
      texte: expect.stringContaining('(relance)'),
    })
    const service = await signer('guichet', sien.service)
    expect((await service.demander(`${registre}/confirmation`, { acte: 'CONFIRMER' })).status).toBe(303)
    expect((await gestionnaire.demander(`${registre}/lettre.pdf`)).status).toBe(404)
  })
})
