import { type Context, Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { z } from 'zod'
import { rendre } from '../../reports/render/rendre.ts'
import type { Deps } from '../deps.ts'
import type { Env } from '../env.ts'
import { expirationDe } from '../gestion/annexes/situation.ts'
import { OCTETS_DU_DOCUMENT } from '../gestion/documents/juger.ts'
import { jourDe } from '../horloge.ts'
import { adresseDesLettres } from '../lecture/adresses.ts'
import { direListesDansLaLettre } from '../lecture/annexes.ts'
import { lireEcrivain, sujetDeLettre } from '../lecture/lettres.ts'
import { sujetDesMesures } from '../lecture/sujet-mesures.ts'
import { recevoirDocument } from '../recevoir-document.ts'
import { joindre } from '../services/documents.ts'
import { ecrireLettre, modeleDeLActe, nomDeLettre, TYPES_DES_FORMES } from '../services/lettres.ts'
import { echeanceDesObservations } from '../services/mesures.ts'
import { envoyerDocument, formeDemandee } from './envoyer-document.ts'
import { lireChamps, requis, texteSansNumero } from './formulaire.ts'
import { rendreMesure } from './page-mesure.tsx'
import { continuer } from './suite.ts'

const schemaJoint = z.object({
  titre: texteSansNumero(200).pipe(requis('Ce qu’est le document', 200)),
})

/** A form and its one file, with what surrounds them. */
const OCTETS_DE_L_ENVOI = OCTETS_DU_DOCUMENT + 256 * 1024

/** The letters of a measure before they are made, and what is joined to it. */
export const lettres = (deps: Deps): Hono<Env> => {
  const sujetDe = async (c: Context<Env>) => {
    const lu = await sujetDesMesures(c, jourDe(deps.maintenant()))
    const jugee = lu?.jugees.find(({ mesure }) => String(mesure.id) === c.req.param('id'))
    return lu === null || lu.dernier === null || jugee === undefined ? null : { lu, dernier: lu.dernier, jugee }
  }
  /** The letter of an act as it would be made today. */
  const envoyerProjet = async (c: Context<Env>, acte: 'FORMALISER' | 'SIGNALER') => {
    const sujet = await sujetDe(c)
    const forme = formeDemandee(c)
    if (sujet === null || forme === null) return c.notFound()
    const { dernier, jugee } = sujet
    const { mesure, faits, vue } = jugee
    const code = modeleDeLActe(
      acte,
      mesure.lignes.map(({ indicateur }) => indicateur),
    )
    if (code === null || !vue.possibles.some((possible) => possible.acte === acte)) return c.notFound()
    const ecrivain = await lireEcrivain(c.get('lecteur'), mesure.territoire, deps.maintenant())
    const lettre = sujetDeLettre(jugee, ecrivain, {
      texte: '',
      listes: acte === 'FORMALISER' ? direListesDansLaLettre(expirationDe(ecrivain.jour)) : '',
      adresse: await adresseDesLettres(c.get('lecteur'), mesure.territoire, mesure.service),
      echeance: acte === 'FORMALISER' ? echeanceDesObservations(dernier, ecrivain.jour) : faits.echeance,
    })
    return envoyerDocument(deps, c, {
      nom: `projet-${nomDeLettre(lettre, code)}.${forme}`,
      type: TYPES_DES_FORMES[forme],
      octets: await rendre(ecrireLettre(ecrivain, lettre, code, true), forme),
      territoire: mesure.territoire,
    })
  }

  return new Hono<Env>()
    .get('/mesures/:id/:fichier{projet-formaliser\\.[a-z]+}', (c) => envoyerProjet(c, 'FORMALISER'))
    .get('/mesures/:id/:fichier{projet-signaler\\.[a-z]+}', (c) => envoyerProjet(c, 'SIGNALER'))
    .post('/mesures/:id/documents', bodyLimit({ maxSize: OCTETS_DE_L_ENVOI }), async (c) => {
      const sujet = await sujetDe(c)
      if (sujet === null) return c.notFound()
      const { lu, jugee } = sujet
      const recu = await recevoirDocument(c.req.raw)
      const saisie = { ...recu?.champs, acte: 'JOINDRE' }
      const refuser = (refus: string) => rendreMesure(c, lu, jugee, { refus, saisie })
      if (recu === null) return refuser('L’envoi s’est interrompu avant la fin : recommencer.')
      const champs = lireChamps(schemaJoint, recu.champs)
      if ('reproche' in champs) return refuser(champs.reproche)
      const { titre } = champs.champs
      const issue = await joindre(c.get('lecteur'), jugee, { fichier: recu.fichier, titre }, deps.maintenant())
      if ('refus' in issue) return refuser(issue.refus)
      return continuer(deps, c, `/mesures/${jugee.mesure.id}#documents`, { fait: `Le document est joint : ${titre}.` })
    })
}
