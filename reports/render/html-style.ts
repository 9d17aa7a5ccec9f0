/** How a report looks as a page of its own: the same ink as on paper, no script, nothing from elsewhere. */
export const STYLE = `body{font:1rem/1.5 "Source Sans 3",system-ui,sans-serif;color:#1b1f22;background:#fff;max-width:52rem;margin:2rem auto;padding:0 1rem}
.sur,.pied,.note,.sous,.projet{color:#4d565c;font-size:.875rem}.sur{display:flex;justify-content:space-between;gap:1rem}
.projet{text-transform:uppercase;font-weight:600;text-align:right}
h1{font-size:1.9rem;line-height:1.2;margin:.5rem 0}h2{font-size:1.4rem;margin:2.5rem 0 .75rem}h3{font-size:1.1rem;margin:1.75rem 0 .5rem}
.reperes{display:grid;grid-template-columns:repeat(auto-fit,minmax(9rem,1fr));gap:1.25rem;margin:1.25rem 0}
.reperes>div{border-top:2px solid #1b1f22;padding-top:.4rem}dt,dd{margin:0}.v{font-size:1.75rem;font-weight:600;line-height:1.2}
.table{overflow-x:auto;margin:1.25rem 0}table{border-collapse:collapse;width:100%;font-size:.9rem;font-variant-numeric:tabular-nums}
caption,figcaption{text-align:left;font-weight:600;padding-bottom:.3rem}th,td{text-align:left;vertical-align:top;padding:.3rem .5rem;border-bottom:1px solid #c9cec9}
thead th{color:#4d565c;border-bottom-color:#4d565c}tbody th{font-weight:400}.n{text-align:right}figure{margin:1.25rem 0}figure svg{max-width:100%;height:auto}
.paire{display:grid;grid-template-columns:repeat(auto-fit,minmax(18rem,1fr));gap:2rem}blockquote{border-left:2px solid #c9cec9;margin:1rem 0;padding-left:1rem}
.pied{border-top:1px solid #c9cec9;margin-top:3rem;padding-top:.5rem}.signature{margin:2rem 0 0 53%}
@media print{body{max-width:none;margin:0;font-size:10pt}.page{break-before:page}table,figure{break-inside:avoid}}`
