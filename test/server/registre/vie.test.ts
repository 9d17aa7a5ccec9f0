import { describe, expect, it } from 'vitest'
import { lireRegistre } from '../../../server/state/registre.ts'
import { CHAMPS_FICHE, NOMS_DES_CHAMPS } from '../../../web/registre.ts'
import { preparerDepartement } from '../acces/departement.ts'
import { GESTIONNAIRE, preparerMesures } from '../mesures/aide.ts'

const departement = preparerDepartement()
const NUMERO = '0131026000001AAAAA'

/** The application once every service that the snapshot proposes is inscribed, with what each sheet then says. */
const inscrits = async () => {
  const { base, sien, autre } = departement()
  const monde = await preparerMesures(base)
  for (const table of ['services_fiches', 'services_conventions', 'services_confirmations', 'registre_ecarts'] as const)
    await monde.etat.deleteFrom(table).execute()
  await monde.demander(GESTIONNAIRE, '/registre/ecarts', { acte: 'INSCRIRE' })
  const service = { role: 'guichet', service: sien.service } as const
  const fiche = async () =>
    (await lireRegistre(monde.etat, '013')).fiches.findLast((une) => une.service === sien.service)
  const agir = async (qui: typeof GESTIONNAIRE, forme: string, champs: Readonly<Record<string, string>>) =>
    (await monde.demander(qui, `/registre/${sien.service}/${forme}`, champs)).status
  return { ...monde, base, sien, autre, service, fiche, agir }
}

describe('le registre', () => {
  it('propose d’abord les services de l’instantané, et n’a plus de différence une fois inscrits', async () => {
    const { lire, etat, fiche, sien } = await inscrits()
    expect((await fiche())?.origine).toBe('REGISTRE')
    expect((await fiche())?.guichets).toContain(sien.code)
    const page = await lire(GESTIONNAIRE, '/registre')
    expect(page.texte).toMatch(/\d+\s+services en exercice/)
    expect(page.texte).not.toContain('Différences avec le registre')
    const journal = await etat.selectFrom('journal').select('detail').where('action', '=', 'REGISTRE').execute()
    expect(journal.at(-1)?.detail).toMatch(/services inscrits depuis le registre de l’instantané/)
  })

  it('se confirme par le service, qui propose des corrections que le gestionnaire accepte', async () => {
    const { agir, service, fiche, lire, sien } = await inscrits()
    expect(await agir(service, 'confirmation', { acte: 'PROPOSER' })).toBe(422)
    expect(await agir(service, 'confirmation', { acte: 'PROPOSER', horaires: `le ${NUMERO}` })).toBe(422)
    expect(await agir(service, 'confirmation', { acte: 'PROPOSER', horaires: 'le matin', libelle: 'Autre' })).toBe(303)
    expect(await agir(service, 'confirmation', { acte: 'ACCEPTER' })).toBe(422)
    expect((await fiche())?.horaires).not.toBe('le matin')
    expect(await agir(GESTIONNAIRE, 'confirmation', { acte: 'ACCEPTER' })).toBe(303)
    expect(await fiche()).toMatchObject({ horaires: 'le matin', libelle: sien.libelle, origine: 'CORRECTION' })
    expect((await lire(service, `/registre/${sien.service}`)).texte).toContain('Confirmée le 23/11/2026')
    expect((await lire(GESTIONNAIRE, '/agenda')).texte).toMatch(/1\s+confirmée sur \d+/)
  })

  it('ne montre à un service que sa fiche, et ne publie aucun champ interne', async () => {
    const { service, autre, demander, agir, sien, fiche } = await inscrits()
    expect((await demander(service, `/registre/${autre.service}`)).status).toBe(403)
    expect((await demander(service, '/registre')).headers.get('location')).toContain(`/registre/${sien.service}`)
    const dit = await fiche()
    const champs = Object.fromEntries(NOMS_DES_CHAMPS.map((nom) => [nom, dit?.[nom] ?? '']))
    const secrets = { contact: 'Zéphyrine Inconnue', contact_courriel: 'zephyrine@exemple.fr', mandats: 'Mandat caché' }
    expect(await agir(GESTIONNAIRE, 'fiche', { ...champs, ...secrets, courriel: 'logement@exemple.fr' })).toBe(303)
    for (const format of ['html', 'csv']) {
      const liste = await (await demander(GESTIONNAIRE, `/exports/liste-publique.${format}`)).text()
      expect(liste).toContain('logement@exemple.fr')
      expect(liste).not.toMatch(/Zéphyrine|zephyrine|Mandat caché/)
    }
    expect(CHAMPS_FICHE.contact.destination).toBe('INTERNE')
    const ailleurs = await demander({ role: 'copil' }, '/registre')
    expect(ailleurs.status).toBe(403)
  })

  it('garde chaque version, et se relit telle qu’elle était un jour', async () => {
    const { agir, fiche, lire, sien, au } = await inscrits()
    const dit = await fiche()
    const champs = Object.fromEntries(NOMS_DES_CHAMPS.map((nom) => [nom, dit?.[nom] ?? '']))
    au('2026-11-25')
    expect(await agir(GESTIONNAIRE, 'fiche', { ...champs, publics: 'Tous publics', texte: 'appel' })).toBe(303)
    const page = `/registre/${sien.service}`
    expect((await lire(GESTIONNAIRE, page)).texte).toContain('Publics accueillis Tous publics')
    expect((await lire(GESTIONNAIRE, `${page}?au=2026-11-24`)).texte).toContain('Publics accueillis –')
  })
})
