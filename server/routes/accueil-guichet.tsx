import type { Context } from 'hono'
import { AccueilGuichet } from '../../web/pages/accueil-guichet.tsx'
import { porteeDuMois } from '../acces/lecteur.ts'
import { consulterCorrections } from '../acces/porte/corrections.ts'
import type { Deps } from '../deps.ts'
import type { Env } from '../env.ts'
import { instantDe, jourDe } from '../horloge.ts'
import { lignesAffichees } from '../lecture/chiffres.ts'
import { contactsDe } from '../lecture/contact.ts'
import { lireEchantillonsVus } from '../lecture/echantillons.ts'
import { fichesDe } from '../lecture/fiches.ts'
import { lireCampagnesVues } from '../lecture/habilitations/campagnes.ts'
import { mesuresEnCours } from '../lecture/mesures.ts'
import { lireServicesDuRegistre } from '../lecture/registre/lire.ts'
import type { SujetCalcule } from './page.tsx'

/** Demandes shown at first, and those that the address may ask for. */
const PREMIERES = 10
const AU_PLUS = 200

/** `/` for a guichet: what it has to put right, then its own figures. Both are of the latest month, whichever is asked for. */
export const accueilGuichet = async (deps: Deps, c: Context<Env>, { contexte, etat, lecture }: SujetCalcule) => {
  const { lecteur, territoire } = lecture
  const calcules = etat?.calcules ?? []
  const calcule = calcules.at(-1) ?? lecture.calcule
  const dernier = { ...lecture, calcule, portee: await porteeDuMois(lecteur, territoire, calcule) }
  const instant = instantDe(deps.maintenant())
  const toutes = contexte.requete.demandes === 'toutes'
  const lignes = await lignesAffichees(dernier)
  const [seul, ...autres] = dernier.portee.guichets
  const siens = seul !== undefined && autres.length === 0 ? { niveau: 'GUICHET', entite: seul.code } : null
  return c.html(
    <AccueilGuichet
      contexte={{ ...contexte, mois: calcule.mois, instantane: calcule.instantane }}
      guichets={dernier.portee.guichets}
      corrections={await consulterCorrections(lecteur, { territoire, calcule, instant }, toutes ? AU_PLUS : PREMIERES)}
      indicateurs={fichesDe(calcules, calcule)}
      lignes={lignes.filter(({ niveau, entite }) =>
        siens === null ? niveau === 'SERVICE' : niveau === siens.niveau && entite === siens.entite,
      )}
      mesures={await mesuresEnCours(dernier, jourDe(deps.maintenant()))}
      campagnes={await lireCampagnesVues(lecteur, territoire, jourDe(deps.maintenant()))}
      echantillons={(await lireEchantillonsVus(lecteur, territoire)).map(({ vue }) => vue)}
      fiche={(await lireServicesDuRegistre(lecteur, territoire, jourDe(deps.maintenant()))).services[0] ?? null}
      contacts={await contactsDe(lecteur, territoire)}
      dit={c.req.query('dit') ?? null}
    />,
  )
}
