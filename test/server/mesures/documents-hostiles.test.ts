import { readdirSync } from 'node:fs'
import { deflateSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { lireMesures } from '../../../server/state/mesures.ts'
import { comprimer, zeros, zipper } from '../../ingest/zip.ts'
import { preparerDepartement } from '../acces/departement.ts'
import { GESTIONNAIRE, preparerMesures } from './aide.ts'

const departement = preparerDepartement()

const TYPES = '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>'
const TEXTE = '<w:document><w:body><w:p>Bonjour</w:p></w:body></w:document>'

/** A text document, with what is said besides. */
const docx = (autres: Parameters<typeof zipper>[0] = [], types = TYPES): Buffer =>
  zipper([['[Content_Types].xml', types], ['word/document.xml', TEXTE], ...autres])

const pdf = (corps: string | Buffer): Buffer =>
  Buffer.concat([Buffer.from('%PDF-1.7\n'), Buffer.from(corps as string, 'latin1'), Buffer.from('\n%%EOF\n')])

const PNG = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
const JPEG = Buffer.from([0xff, 0xd8, 0xff, 0xe0])

/** A packed object of a PDF, which a reader unpacks. */
const objets = (texte: string): Buffer => {
  const comprimes = deflateSync(Buffer.from(texte))
  const tete = `1 0 obj <</Type /ObjStm /Filter /FlateDecode /Length ${comprimes.length}>>\nstream\n`
  return Buffer.concat([Buffer.from(tete), comprimes, Buffer.from('\nendstream endobj')])
}

const HOSTILES: readonly (readonly [quoi: string, octets: Buffer, nom: string, phrase: RegExp])[] = [
  ['une bombe qui dit sa taille', docx([['word/bombe.xml', zeros(2 ** 30, 2 ** 30)]]), 'a.docx', /toute taille/],
  ['une bombe qui la tait', docx([['word/bombe.xml', zeros(2 ** 30, 1000)]]), 'a.docx', /toute taille|illisible/],
  [
    'mille petites bombes',
    docx(Array.from({ length: 1000 }, (_, i) => [`word/b${i}.xml`, comprimer(Buffer.alloc(2 ** 18))] as const)),
    'a.docx',
    /toute taille/,
  ],
  ['un chemin qui sort de l’archive', docx([['../../evade.xml', 'x']]), 'a.docx', /chemin qui sort du dossier/],
  ['une archive sans document', zipper([['a.txt', 'a']]), 'a.docx', /forme admise/],
  ['un programme Java renommé', zipper([['META-INF/MANIFEST.MF', 'Main-Class: A']]), 'a.pdf', /forme admise/],
  ['une macro de Word', docx([['word/vbaProject.bin', 'x']]), 'a.docx', /macro/],
  [
    'une macro que seul son type dit',
    docx([], '<Types>application/vnd.ms-word.document.macroEnabled</Types>'),
    'a.docx',
    /macro/,
  ],
  [
    'une macro de LibreOffice',
    zipper([
      ['mimetype', 'application/vnd.oasis.opendocument.text'],
      ['Basic/Standard/M.xml', 'x'],
    ]),
    'a.odt',
    /macro/,
  ],
  ['un document protégé', docx([['word/x.xml', { ...comprimer('x'), drapeaux: 1 }]]), 'a.docx', /mot de passe/],
  ['un programme Windows renommé', Buffer.from('MZ\u0090\u0000 programme'), 'facture.pdf', /forme admise/],
  ['un programme Linux renommé', Buffer.from('\u007fELF programme'), 'photo.png', /forme admise/],
  ['un script', Buffer.from('#!/bin/sh\nrm -rf /\n'), 'notes.docx', /forme admise/],
  ['une page HTML renommée', Buffer.from('<!doctype html><script>1</script>'), 'a.pdf', /forme admise/],
  [
    'une page HTML qui dit plus loin être un PDF',
    Buffer.from('<script>1</script>%PDF-1.4 %%EOF'),
    'a.pdf',
    /forme admise/,
  ],
  ['un dessin SVG', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'), 'a.png', /forme admise/],
  [
    'un PDF qui est aussi une archive',
    Buffer.concat([pdf('x'), docx(), Buffer.from('%%EOF')]),
    'a.pdf',
    /cache une archive/,
  ],
  [
    'une image qui est aussi une archive',
    Buffer.concat([PNG, docx(), Buffer.from('IEND')]),
    'a.png',
    /cache une archive/,
  ],
  [
    'une photo qui est aussi une archive',
    Buffer.concat([JPEG, docx(), Buffer.from([0xff, 0xd9])]),
    'a.jpg',
    /cache une archive/,
  ],
  ['un PDF qui exécute', pdf('/OpenAction <</S /JavaScript /JS (x)>>'), 'a.pdf', /programme/],
  ['un PDF qui écrit autrement ce qu’il exécute', pdf('/S /J#61vaScr#69pt'), 'a.pdf', /programme/],
  ['un PDF qui comprime ce qu’il exécute', pdf(objets('1 0 <</S /JavaScript /J#53 (x)>>')), 'a.pdf', /programme/],
  ['un PDF qui lance un programme', pdf('/S /Launch /F (cmd.exe)'), 'a.pdf', /programme/],
  ['un PDF tronqué', Buffer.from('%PDF-1.7\n1 0 obj'), 'a.pdf', /tronqué/],
  ['une image tronquée', Buffer.concat([PNG, Buffer.alloc(4000)]), 'a.png', /tronquée/],
  ['rien', Buffer.alloc(0), 'vide.pdf', /vide|Aucun document/],
  ['trop', Buffer.alloc(10 * 2 ** 20 + 1), 'a.pdf', /10 Mo/],
]

describe('un document hostile', () => {
  it('est refusé par une phrase en français, et rien n’en reste', async () => {
    const { base, autre } = departement()
    const { etat, ouvrir, joindre } = await preparerMesures(base)
    const id = await ouvrir(autre.service, `GUICHET|${autre.code}|incoherences`)
    for (const [quoi, octets, nom, phrase] of HOSTILES) {
      const { statut, refus } = await joindre(GESTIONNAIRE, id, new File([new Uint8Array(octets)], nom))
      expect([quoi, statut, refus]).toEqual([quoi, 422, expect.stringMatching(phrase)])
      expect(refus).toMatch(/^[A-ZÀÉ][^.!?]+\.(?: [A-ZÀÉ][^.!?]+\.)?$/)
      expect(refus).not.toMatch(/instantané|Error|undefined|\/tmp/)
    }
    const mesure = (await lireMesures(etat, '013')).find((une) => String(une.id) === id)
    expect(mesure?.documents.filter(({ nature }) => nature === 'JOINT')).toEqual([])
    expect(readdirSync(base.dossier.temporaire).filter((nom) => nom.startsWith('document-'))).toEqual([])
  })

  it.each([
    ['remonte les dossiers', '../../../etc/passwd.pdf'],
    ['remonte ceux de Windows', '..\\..\\windows\\system32.pdf'],
    ['coupe un en-tête', 'a\r\nSet-Cookie: session=vole\r\n.pdf'],
    ['ferme un en-tête', 'a"; filename="b.exe'],
    ['renverse le sens d’écriture', 'facture\u202efdp.exe'],
    ['est très long', `${'é'.repeat(5000)}.pdf`],
    ['est du HTML', '<img src=x onerror=alert(1)>.pdf'],
    ['n’est que des points', '....'],
  ])('dont le nom %s n’en garde qu’un nom de fichier, à l’extension de ce qu’il est', async (_, nom) => {
    const { base, autre } = departement()
    const { etat, ouvrir, joindre, demander, agir } = await preparerMesures(base)
    const id = await ouvrir(autre.service, `GUICHET|${autre.code}|rfr_absent`)
    expect((await joindre(GESTIONNAIRE, id, new File([new Uint8Array(pdf('un texte'))], nom))).statut).toBe(303)
    const joint = (await lireMesures(etat, '013'))
      .find((une) => String(une.id) === id)
      ?.documents.find(({ nature }) => nature === 'JOINT')
    expect(joint?.nom).toMatch(/^[\p{L}\p{N} ._-]{1,80}\.pdf$/u)
    expect(joint?.nom).not.toMatch(/exe\.exe|\//)
    const rendu = await demander(GESTIONNAIRE, `/documents/${joint?.id}`)
    expect([rendu.status, rendu.headers.get('set-cookie')]).toEqual([200, null])
    expect(rendu.headers.get('content-disposition')).toMatch(
      /^attachment; filename="[\w. -]*\.pdf"; filename\*=UTF-8''[A-Za-z0-9%._-]+\.pdf$/,
    )
    expect(await (await demander(GESTIONNAIRE, `/mesures/${id}`)).text()).not.toMatch(/<img src=x/)
    await agir(GESTIONNAIRE, id, 'CLORE', { code: 'SANS_OBJET' })
  })
})
