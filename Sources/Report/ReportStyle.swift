import HTML

/// How the page looks, on a screen by day and by night, and on paper.
enum ReportStyle {
  static let sheet = HTML.verbatim(
    """
    :root{color-scheme:light dark;--ink:#1b1d21;--paper:#fff;--soft:#5b616b;--line:#c9cdd4;--error:#b3261e;\
    --warning:#8a5a00;--info:#1f5f99;--error-back:#fbe1df;--warning-back:#fdeecb;--info-back:#dcecfa}
    @media (prefers-color-scheme:dark){:root{--ink:#e4e6ea;--paper:#16181c;--soft:#a3a9b3;--line:#41464f;\
    --error:#ff9b93;--warning:#f2c063;--info:#8fc4f5;--error-back:#4c1f1c;--warning-back:#453312;--info-back:#1d3750}}
    *{box-sizing:border-box}
    body{margin:0 auto;padding:1.5rem;max-width:84rem;color:var(--ink);background:var(--paper);\
    font:16px/1.7 "Noto Serif CJK SC","Source Han Serif SC",SimSun,serif}
    h1{font-size:1.5rem}h2{font-size:1.2rem;overflow-wrap:anywhere}a{color:inherit}
    .recognised,.remedy,.derivation{color:var(--soft)}
    table{border-collapse:collapse}td,th{border:1px solid var(--line);padding:.2em .6em;text-align:left;\
    vertical-align:top}
    th[scope=row]{font-weight:normal}.number{text-align:right;font-variant-numeric:tabular-nums}
    .form td{white-space:pre-wrap;min-width:2em}.scroll{overflow-x:auto}.text p{margin:.3em 0;white-space:pre-wrap;\
    overflow-wrap:anywhere}
    .summary{margin:1em 0}details{margin:1em 0}
    .report{margin-top:1.5rem}
    .row{display:grid;grid-template-columns:minmax(0,1fr) 22rem;gap:1.5rem}
    .note{border-left:4px solid;padding:.1em .8em;margin:0 0 .8em;font-size:.875rem;line-height:1.5}
    .note p{margin:.25em 0;overflow-wrap:anywhere}.note .head{font-weight:bold}
    .note.error{border-color:var(--error)}.note.warning{border-color:var(--warning)}.note.info{border-color:var(--info)}
    .derivation{font-variant-numeric:tabular-nums}
    mark{color:inherit;padding:0 .1em;border-bottom:2px solid}
    mark.error{background:var(--error-back);border-color:var(--error)}
    mark.warning{background:var(--warning-back);border-color:var(--warning)}
    mark.info{background:var(--info-back);border-color:var(--info)}
    sup{line-height:0;font-size:.7em;margin-left:.15em}:target{outline:2px solid var(--info);outline-offset:2px}
    @media (max-width:60rem){.row{grid-template-columns:minmax(0,1fr);gap:0}.notes{padding-left:1rem}}
    @media print{:root{color-scheme:light;--ink:#000;--paper:#fff;--soft:#333;--line:#777;--error:#8c1d18;\
    --warning:#6b4600;--info:#17466f;--error-back:#f6dedc;--warning-back:#f8ebcd;--info-back:#e2edf7}
    @page{size:A4;margin:18mm 14mm}body{padding:0;max-width:none;font-size:10.5pt}
    .row{grid-template-columns:minmax(0,1fr) 60mm;gap:6mm}.note{break-inside:avoid;font-size:8.5pt}
    tr{break-inside:avoid}section+section{break-before:page}.scroll{overflow:visible}
    mark,.note{print-color-adjust:exact;-webkit-print-color-adjust:exact}a{text-decoration:none}}
    """)
}
