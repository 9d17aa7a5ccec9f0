import { describe, expect, it } from 'vitest'
import { enJour } from '../../../ingest/socle/jour.ts'
import { purgerBase } from '../../../server/services/purger.ts'
import { texteDe } from '../../web/rendre.tsx'
import { DOSSIER, documentsDe, preparerRapports, sha256 } from './aide.ts'

const preparer = preparerRapports()

describe('un rapport, du brouillon à ses versions', () => {
  it('se rédige, se relit, se publie, et reste le même octet pour octet', async () => {
    const { base, guichet, ouvrir, gestionnaire } = await preparer()
    const { lire, etat } = gestionnaire
    const agir = async (acte: string, champs: Record<string, string> = {}, qui = gestionnaire) =>
      (await qui.envoyer(DOSSIER, { acte, ...champs })).status
    const direction = await ouvrir({ role: 'etat' })
    const comite = await ouvrir({ role: 'copil' })

    // Before anything is begun, nobody but the gestionnaire knows of it.
    expect((await direction.lire(DOSSIER)).status).toBe(404)
    expect(await agir('SOUMETTRE')).toBe(422)
    expect(await agir('OUVRIR')).toBe(303)
    expect(await agir('ECRIRE', { champ: 'titre', texte: 'Deux mois sans retard de saisie' })).toBe(303)
    // A field of another report, a numéro unique, an unknown act: refused, and nothing is written.
    expect(await agir('ECRIRE', { champ: 'evolutions_loi', texte: 'x' })).toBe(422)
    expect(await agir('ECRIRE', { champ: 'titre', texte: 'La demande 013 0926 000001 ABCDE' })).toBe(422)
    const page = texteDe(await (await lire(DOSSIER)).text())
    expect(page).toContain('Deux mois sans retard de saisie')
    expect(page).toContain('Proposé d’après les chiffres')
    const [saisie] = await etat.selectFrom('rapports_saisies').selectAll().execute()
    expect([saisie?.champ, saisie?.destinataire]).toEqual(['titre', 'copil'])
    expect(saisie?.propose).toMatch(/en alerte sur/)

    // The State reads it once it is submitted, sends it back, reads it again.
    expect((await direction.lire(`${DOSSIER}/projet.pdf`)).status).toBe(404)
    expect(await agir('SOUMETTRE')).toBe(303)
    expect(await agir('ECRIRE', { champ: 'titre', texte: 'autre' })).toBe(422)
    expect(await agir('RENVOYER', { texte: '' }, direction)).toBe(422)
    expect(await agir('RENVOYER', { texte: 'Dire la source.' }, direction)).toBe(303)
    expect(await (await lire(DOSSIER)).text()).toContain('Dire la source.')
    expect(await agir('PUBLIER')).toBe(422)
    expect(await agir('SOUMETTRE')).toBe(303)
    expect(await agir('VALIDER', {}, gestionnaire)).toBe(422)
    expect(await agir('VALIDER', {}, direction)).toBe(303)
    expect((await comite.lire(DOSSIER)).status).toBe(404)
    expect(await agir('PUBLIER')).toBe(303)

    const chemins = documentsDe(await (await comite.lire(DOSSIER)).text())
    expect(chemins).toHaveLength(6)
    const empreintes = async (qui = comite) => {
      const lues = []
      for (const chemin of chemins) lues.push(sha256(await (await qui.lire(chemin)).arrayBuffer()))
      return lues
    }
    const premieres = await empreintes()
    const gardees = (
      await etat.selectFrom('documents').select('sha256').where('rapport', 'is not', null).execute()
    ).map((document) => document.sha256)
    expect(premieres.toSorted()).toEqual(gardees.toSorted())

    // What was published is whose it is, and nobody else's.
    for (const role of ['prefet', 'partenaire', 'guichet'] as const) {
      const autre = await ouvrir({ role, service: role === 'guichet' ? guichet.service : null })
      expect([role, (await autre.lire(chemins[0] ?? '')).status]).toEqual([role, 404])
    }

    const actions = (await etat.selectFrom('journal').select('action').execute()).map(({ action }) => action)
    expect(actions).toContain('PUBLICATION')
    expect(actions).toContain('DOCUMENT')

    // A real purge, years later, then another start.
    const maintenant = new Date('2040-01-01T10:00:00')
    await purgerBase(base, { au: enJour('2040-01-01'), maintenant, qui: 'ligne de commande (essai)' })
    const relancee = await ouvrir({ role: 'copil' })
    expect(await empreintes(relancee)).toEqual(premieres)

    // A correction is another version, that names the first; it may be given up.
    expect(await agir('CORRIGER', { texte: '' })).toBe(422)
    expect(await agir('CORRIGER', { texte: 'Un chiffre mal recopié.' })).toBe(303)
    expect(documentsDe(await (await comite.lire(DOSSIER)).text())).toEqual(chemins)
    expect(await agir('ABANDONNER')).toBe(303)
  }, 540_000)
})
