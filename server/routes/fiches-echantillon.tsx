import { type Context, Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import type { SaisieFiche } from '../../web/components/echantillons/formulaire-fiche.tsx'
import { FICHE_VIDE } from '../../web/components/echantillons/formulaire-fiche.tsx'
import type { DemandeVue } from '../../web/echantillon-vue.ts'
import { ficheSuivante } from '../../web/modeles/echantillons.ts'
import { direCode } from '../../web/mots-codes.ts'
import { FicheEchantillon } from '../../web/pages/fiche-echantillon.tsx'
import { consulterFicheTiree, type DemandeDeLaFiche } from '../acces/porte/echantillons.ts'
import type { Deps } from '../deps.ts'
import type { Env } from '../env.ts'
import { instantDe } from '../horloge.ts'
import { CHAMPS_VERIFIES, type EchantillonLu } from '../lecture/echantillons.ts'
import { type SujetEchantillons, sujetDesEchantillons } from '../lecture/sujet-echantillons.ts'
import { remplirFiche } from '../services/echantillons.ts'
import { OCTETS_DE_FORMULAIRE } from './formulaire.ts'
import { ficheSaisie, lireFiche } from './saisie-echantillon.ts'
import { sansSujet } from './sans-sujet.tsx'
import { annonceDe, continuer } from './suite.ts'

interface Trouvee {
  readonly sujet: SujetEchantillons
  readonly lu: EchantillonLu
  readonly rang: number
}

const enDemande = ({ demande }: DemandeDeLaFiche): DemandeVue | null =>
  demande && {
    statut: direCode('statut', demande.statut),
    enregistree: demande.date_enregistrement,
    renouvelee: demande.date_renouvellement,
    modifiee: demande.date_modification,
    personnes: demande.nb_personnes,
  }

/** `/echantillons/:id/fiches/:rang`: the form of a demande drawn; saved, the next one follows. */
export const fichesEchantillon = (deps: Deps): Hono<Env> => {
  const instant = () => instantDe(deps.maintenant())

  const trouver = async (c: Context<Env>): Promise<Trouvee | null> => {
    const sujet = await sujetDesEchantillons(c)
    const lu = sujet?.lus.find(({ vue }) => String(vue.id) === c.req.param('id'))
    const fiche = lu?.vue.fiches.find(({ rang }) => String(rang) === c.req.param('rang'))
    return sujet === null || lu === undefined || fiche === undefined ? null : { sujet, lu, rang: fiche.rang }
  }

  const page = async (
    c: Context<Env>,
    { sujet, lu, rang }: Trouvee,
    refusee?: { readonly phrase: string; readonly saisie: SaisieFiche },
  ) => {
    const { fait } = annonceDe(deps, c)
    const fiche = lu.vue.fiches.find((une) => une.rang === rang)
    if (fiche === undefined) return c.notFound()
    const lue = await consulterFicheTiree(sujet.lecteur, lu.echantillon, fiche, instant())
    return c.html(
      <FicheEchantillon
        contexte={sujet.contexte}
        echantillon={lu.vue}
        fiche={fiche}
        numero={lue.numero}
        demande={enDemande(lue)}
        champs={CHAMPS_VERIFIES}
        saisie={refusee?.saisie ?? fiche.reponse ?? FICHE_VIDE}
        {...(fait ? { fait } : {})}
        {...(refusee ? { refus: { phrase: refusee.phrase, suite: 'Rien n’a été enregistré.' } } : {})}
      />,
      refusee ? 422 : 200,
    )
  }

  return new Hono<Env>()
    .use('/echantillons/:id/fiches/*', bodyLimit({ maxSize: OCTETS_DE_FORMULAIRE }))
    .get('/echantillons/:id/fiches/:rang', async (c) => {
      const trouvee = await trouver(c)
      return trouvee === null ? sansSujet(c) : page(c, trouvee)
    })
    .post('/echantillons/:id/fiches/:rang', async (c) => {
      const trouvee = await trouver(c)
      if (trouvee === null) return c.notFound()
      const { sujet, lu, rang } = trouvee
      const champs = await c.req.parseBody()
      const saisie = ficheSaisie(champs)
      const lue = lireFiche(champs, lu.vue.questions)
      if ('reproche' in lue) return page(c, trouvee, { phrase: lue.reproche, saisie })
      const fiche = lu.echantillon.fiches.find((une) => une.rang === rang)
      if (fiche === undefined) return c.notFound()
      const refuse = await remplirFiche(sujet.lecteur, lu, fiche, lue.reponse, instant())
      if (refuse !== null) return page(c, trouvee, { phrase: refuse.refus, saisie })
      const suivante = ficheSuivante(lu.vue, rang)
      const { id } = lu.vue
      return suivante === null
        ? continuer(deps, c, `/echantillons/${id}`, { fait: `Fiche ${rang} enregistrée : toutes sont remplies.` })
        : continuer(deps, c, `/echantillons/${id}/fiches/${suivante}`, { fait: `Fiche ${rang} enregistrée.` })
    })
}
