import { describe, expect, it } from 'vitest'
import { TABLE } from '../../server/acces/table.ts'
import { adresse, creerApplication, poster } from './aide.ts'
import { preparer } from './doublons.ts'
import { BIEN_REMPLIS, cheminDuFormulaire } from './formulaires.ts'

/** Those that need a password, a code, a file on its way, a guichet of its own, a line in alert, a month to control, a contact that many share or a report published: their own tests read where they lead. */
const AILLEURS = [
  ...['/controles/:mois/points', '/controles/:mois/signer', '/controles/:mois/rouvrir', '/controles/:mois/civilite'],
  ...['/connexion', '/connexion/code', '/compte/mot-de-passe', '/compte/second-facteur', '/doublons/contacts'],
  // A document is sent as a form of several parts: its own test sends one.
  ...['/mesures/:id/documents', '/rapports/:pour/:semestre/documents'],
  // A report is published first.
  ...['/rapports/:pour/:semestre/envoyer', '/rapports/diffusion/envois/:id/relancer'],
  ...['/alertes', '/corrections', '/guichets/:code/annotations', '/guichets/:code/annotations/:id/retirer'],
  ...['/habilitations/fichier', '/habilitations/fichier/:lot'],
  ...['/imports', '/imports/depots/:id/examen', '/imports/depots/:id/charger', '/imports/depots/:id/abandon'],
]

describe('après un formulaire bien rempli', () => {
  it('chaque page qui en reçoit un est essayée', () => {
    const recoivent = Object.keys(TABLE).flatMap((route) => (route.startsWith('POST ') ? [route.slice(5)] : []))
    const essayees = [...BIEN_REMPLIS.map(([route]) => route.replace('convocation', ':modele')), ...AILLEURS]
    expect(essayees.toSorted()).toEqual(recoivent.toSorted())
  })

  it('une redirection : recharger la page ne le renvoie pas', async () => {
    const { base } = await preparer()
    const { app, etat } = await creerApplication(base)
    const issues: [string, number][] = []
    for (const [route, champs] of BIEN_REMPLIS) {
      const envoi = await app.request(adresse(await cheminDuFormulaire(etat, route)), poster(champs))
      issues.push([route, envoi.status])
    }
    expect(issues).toEqual(BIEN_REMPLIS.map(([route]) => [route, 303]))
  })
})
