import { describe, expect, it } from 'vitest'
import { rendre } from '../../../reports/render/rendre.ts'
import { lireMesures } from '../../../server/state/mesures.ts'
import { LETTRE } from '../../reports/render/document.ts'
import { preparerDepartement } from '../acces/departement.ts'
import { GESTIONNAIRE, type Personnage, preparerMesures } from './aide.ts'

const departement = preparerDepartement()
const PREFET = { role: 'prefet' } as const
const PDF = new File(['%PDF-1.4\n1 0 obj (un texte)\nendobj\n%%EOF\n'], 'visite.pdf')

describe('les lettres d’une mesure', () => {
  it('se font avec l’acte, se gardent, et se relisent telles qu’elles ont été faites', async () => {
    const { base, sien } = departement()
    const { etat, ouvrir, agir, demander } = await preparerMesures(base)
    const service = { role: 'guichet', service: sien.service } as const
    const id = await ouvrir(sien.service, `GUICHET|${sien.code}|forcages`)
    const projet = await demander(GESTIONNAIRE, `/mesures/${id}/projet-formaliser.pdf`)
    expect([projet.status, projet.headers.get('content-type')]).toEqual([200, 'application/pdf'])
    expect(projet.headers.get('content-disposition')).toContain('attachment; filename="projet-mesure-')
    expect((await demander(service, `/mesures/${id}/projet-formaliser.pdf`)).status).toBe(403)

    expect((await agir(GESTIONNAIRE, id, 'FORMALISER', { texte: 'refus', adresse: '' })).refus).toContain(
      'Le champ « adresse du service » est vide',
    )
    expect((await agir(GESTIONNAIRE, id, 'FORMALISER', { texte: 'refus' })).statut).toBe(303)
    expect((await agir(service, id, 'REPONDRE', { texte: 'Nous contestons.' })).statut).toBe(303)

    const lire = async () => (await lireMesures(etat, '013')).find((mesure) => String(mesure.id) === id)
    const avant = await lire()
    expect(avant?.actes.map(({ acte }) => acte)).toEqual(['OUVRIR', 'FORMALISER', 'REPONDRE'])
    expect(avant?.documents.map(({ modele, type, version }) => [modele, type, version])).toEqual([
      ['FORCAGES', 'PDF', 0],
      ['FORCAGES', 'DOCX', 0],
      ['LETTRE', 'PDF', 0],
      ['LETTRE', 'DOCX', 0],
    ])
    const lettre = avant?.documents[2]
    expect(lettre?.nom).toMatch(/^mesure-2026-\d+-demande-formalisee-[a-z0-9-]+-2026-11-23\.pdf$/)
    const voit = async (qui: Personnage) => (await demander(qui, `/documents/${lettre?.id}`)).status
    expect([await voit(GESTIONNAIRE), await voit({ role: 'etat' }), await voit(service)]).toEqual([200, 200, 200])
    expect([await voit(PREFET), await voit({ role: 'copil' })]).toEqual([404, 404])
    expect(await voit({ role: 'guichet', service: departement().autre.service })).toBe(404)
    expect(await voit({ role: 'gestionnaire', territoires: ['075'] })).toBe(404)

    await agir(GESTIONNAIRE, id, 'SIGNALER', { texte: 'Un rappel.' })
    expect([await voit(PREFET), await voit({ role: 'copil' })]).toEqual([200, 404])
    const [une, deux] = [
      await (await demander(PREFET, `/documents/${lettre?.id}`)).arrayBuffer(),
      await (await demander(GESTIONNAIRE, `/documents/${lettre?.id}`)).arrayBuffer(),
    ]
    expect(Buffer.from(une).equals(Buffer.from(deux))).toBe(true)
    const pris = await etat.selectFrom('journal').selectAll().where('action', '=', 'DOCUMENT').execute()
    expect(pris.some(({ detail }) => detail.includes(lettre?.nom ?? '?'))).toBe(true)
  })
})

describe('un document joint', () => {
  it('se joint du gestionnaire et du service, et de nul autre ; il est rendu en pièce à garder', async () => {
    const { base, autre } = departement()
    const { etat, ouvrir, joindre, agir, demander } = await preparerMesures(base)
    const service = { role: 'guichet', service: autre.service } as const
    const id = await ouvrir(autre.service, `GUICHET|${autre.code}|incoherences`)
    expect((await joindre(service, id, PDF)).statut).toBe(303)
    expect((await joindre(GESTIONNAIRE, id, PDF, 'Photo')).statut).toBe(303)
    expect((await joindre({ role: 'etat' }, id, PDF)).statut).toBe(403)
    expect((await agir(service, id, 'JOINDRE', { texte: 'sans fichier' })).statut).toBe(422)
    const mesure = (await lireMesures(etat, '013')).find((une) => String(une.id) === id)
    const joint = mesure?.documents.find(({ nature }) => nature === 'JOINT')
    const rendu = await demander(service, `/documents/${joint?.id}`)
    expect(
      Object.fromEntries(['content-type', 'x-content-type-options'].map((n) => [n, rendu.headers.get(n)])),
    ).toEqual({
      'content-type': 'application/pdf',
      'x-content-type-options': 'nosniff',
    })
    expect(rendu.headers.get('content-disposition')).toBe(
      `attachment; filename="visite.pdf"; filename*=UTF-8''visite.pdf`,
    )
    expect(await rendu.text()).toContain('(un texte)')
    await agir(GESTIONNAIRE, id, 'CLORE', { code: 'SANS_OBJET' })
    expect((await joindre(GESTIONNAIRE, id, PDF)).statut).toBe(422)
  })

  it('est refusé par une phrase quand il n’est pas ce qui se garde, quel que soit son nom', async () => {
    const { base, autre } = departement()
    const { ouvrir, joindre } = await preparerMesures(base)
    const id = await ouvrir(autre.service, `GUICHET|${autre.code}|rfr_absent`)
    const avecNumero = await rendre(
      {
        ...LETTRE,
        blocs: [{ sorte: 'paragraphe', texte: [{ texte: 'voir 013 1026 ' }, { texte: '000001 AAAAA', gras: true }] }],
      },
      'docx',
    )
    const refus = async (contenu: BlobPart, nom = 'document.pdf', titre?: string) =>
      (await joindre(GESTIONNAIRE, id, new File([contenu], nom), titre)).refus
    expect(await refus('<html><script>alert(1)</script>')).toContain('forme admise')
    expect(await refus('MZ\u0090', 'facture.pdf')).toContain('forme admise')
    expect(await refus('%PDF-1.4 tronqué')).toContain('tronqué')
    expect(await refus('%PDF-1.4 /JavaScript (x) %%EOF')).toContain('programme')
    expect(await refus('%PDF-1.4 [(013 10) -2 (26 000001AAAAA)] TJ %%EOF')).toContain('numéro unique')
    expect(await refus(new Uint8Array(avecNumero), 'note.docx')).toContain('numéro unique')
    expect(await refus('PK\u0003\u0004 pas une archive', 'a.docx')).toContain('illisible')
    expect(await refus(new Uint8Array(10 * 2 ** 20 + 1))).toContain('10 Mo')
    expect(await refus('', 'vide.pdf')).toMatch(/vide|Aucun document/)
    expect(await refus('%PDF-1.4 %%EOF', 'n-0131026000001AAAAA.pdf')).toContain('nom du fichier')
    expect(await refus('%PDF-1.4 %%EOF', 'a.pdf', 'voir 0131026000001AAAAA')).toContain('numéro unique')
    expect((await joindre(GESTIONNAIRE, id, null)).refus).toContain('Aucun document')
    expect(await refus(new Uint8Array(await rendre(LETTRE, 'docx')), 'note.pdf')).toBeNull()
  })
})
