import { Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { z } from 'zod'
import { lien } from '../../web/liens.ts'
import { ContactsFrequents } from '../../web/pages/contacts-frequents.tsx'
import { PremiereUtilisation } from '../../web/pages/premiere-utilisation.tsx'
import { consulterContacts, nommerContactFrequent } from '../acces/porte/contacts.ts'
import type { Deps } from '../deps.ts'
import type { Env } from '../env.ts'
import { instantDe } from '../horloge.ts'
import { lireSujet } from '../lecture/contexte.ts'
import { lireFormulaire, OCTETS_DE_FORMULAIRE, texte, texteSansNumero } from './formulaire.ts'

const schema = z.object({ nature: texte(20), valeur: texte(), nom: texteSansNumero(120) })

/** `/doublons/contacts`: the contacts that many demandes share, and whose they are. */
export const contacts = (deps: Deps): Hono<Env> => {
  const instant = () => instantDe(deps.maintenant())

  return new Hono<Env>()
    .get('/doublons/contacts', async (c) => {
      const { lecteur, contexte } = await lireSujet(c)
      const { territoire } = contexte
      if (territoire === null) return c.html(<PremiereUtilisation contexte={contexte} />)
      const lus = await consulterContacts(lecteur, territoire, instant())
      return c.html(<ContactsFrequents contexte={contexte} {...lus} fait={c.req.query('fait') === '1'} />)
    })
    .post('/doublons/contacts', bodyLimit({ maxSize: OCTETS_DE_FORMULAIRE }), async (c) => {
      const { lecteur, contexte } = await lireSujet(c)
      const { territoire } = contexte
      const lu = await lireFormulaire(c, schema)
      if ('reproche' in lu) return c.text(lu.reproche, 422)
      if (territoire === null) return c.text('Ce contact ne se lit pas.', 422)
      const nomme = await nommerContactFrequent(lecteur, { ...lu.champs, territoire, le: instant() })
      return nomme
        ? c.redirect(lien(contexte, '/doublons/contacts', { fait: '1' }), 303)
        : c.text('Ce contact n’est pas partagé par assez de demandes pour être nommé.', 422)
    })
}
