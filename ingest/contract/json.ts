const JETON =
  /([{}[\],:])|"(?:[^"\\\p{Cc}]|[\x7f-\x9f]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*"|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null/uy

/** What may come next: a value, a key, a colon, what follows a value; or the end of an object or list still empty. */
type Attendu = 'valeur' | 'cle' | 'deux-points' | 'suite'

/** Where a text stops being JSON, as an offset; null where it does not. */
export const premiereFaute = (texte: string): number | null => {
  const ouverts: string[] = []
  let attendu: Attendu = 'valeur'
  let vide = false
  for (let i = 0; ; i = JETON.lastIndex) {
    const debut = i + (/^[ \t\n\r]*/.exec(texte.slice(i))?.[0].length ?? 0)
    const fini = attendu === 'suite' && ouverts.length === 0
    if (debut === texte.length) return fini ? null : debut
    JETON.lastIndex = debut
    const jeton = JETON.exec(texte)?.[0]
    if (jeton === undefined || fini) return debut
    const dedans = ouverts.at(-1)
    if (jeton === '}' || jeton === ']') {
      if (dedans !== (jeton === '}' ? '{' : '[') || !(attendu === 'suite' || vide)) return debut
      ouverts.pop()
      attendu = 'suite'
      vide = false
    } else if (attendu === 'suite') {
      if (jeton !== ',') return debut
      attendu = dedans === '{' ? 'cle' : 'valeur'
    } else if (attendu === 'deux-points') {
      if (jeton !== ':') return debut
      attendu = 'valeur'
    } else if (attendu === 'cle') {
      if (!jeton.startsWith('"')) return debut
      attendu = 'deux-points'
      vide = false
    } else if (jeton === '{' || jeton === '[') {
      ouverts.push(jeton)
      attendu = jeton === '{' ? 'cle' : 'valeur'
      vide = true
    } else {
      if (/^[,:]/.test(jeton)) return debut
      attendu = 'suite'
      vide = false
    }
  }
}
