/// The style sheet of papers: screen, narrow screen, dark screen, A4.
///
/// Ink on its ground has a contrast of at least 4.5 to 1 in both schemes
/// (https://www.w3.org/TR/WCAG22/#contrast-minimum); nothing is said by colour alone.
enum HTMLStyle {
  static let sheet = colors + page + tables + charts + narrow + print

  private static let lightColors = """
    color-scheme:light;--ground:#fff;--ink:#1b1b1b;--muted:#565656;--line:#767676;--soft:#f3f5f7;
    --head:#e4ecf5;--link:#0b4fb3;--good:#175c1d;--good-fill:#e5f3e5;--caution:#704300;--caution-fill:#fff3d1;
    --bad:#961b1b;--bad-fill:#fdeaea;--bar:#2f6db5;--k1:#1f5a9e;--k2:#b35c00;--k3:#2d7a45;--k4:#7b3fa0;
    --k5:#a1303f;--k6:#4a6572;--on-key:#fff
    """

  private static let darkColors = """
    color-scheme:dark;--ground:#14171a;--ink:#e9e9e9;--muted:#b4b8bc;--line:#7d848b;--soft:#1e2327;
    --head:#24323f;--link:#8fbcff;--good:#9bdba2;--good-fill:#15301a;--caution:#ffd483;--caution-fill:#3a2c08;
    --bad:#ffb3ac;--bad-fill:#431a1b;--bar:#7fb0ea;--k1:#8cb8ee;--k2:#f0a95c;--k3:#86cf9b;--k4:#d0a3ec;
    --k5:#f19aa5;--k6:#aabfca;--on-key:#111
    """

  private static let colors = """
    :root{--text:1rem;\(lightColors)}
    @media (prefers-color-scheme:dark){:root{\(darkColors)}}

    """

  private static let page = """
    *{box-sizing:border-box}
    body{margin:0;background:var(--ground);color:var(--ink);font:1rem/1.65 Sarabun,"Noto Sans Thai","Noto Sans Thai UI","Leelawadee UI",Thonburi,Loma,Garuda,sans-serif;overflow-wrap:anywhere}
    main{max-width:75rem;margin:0 auto;padding:1rem 1.25rem 4rem}
    h1,h2,h3,h4{line-height:1.4;margin:1.6em 0 .5em}
    h1{font-size:1.6rem;margin-top:.5em}h2{font-size:1.3rem;border-bottom:2px solid var(--line)}h3{font-size:1.1rem}h4{font-size:1rem}
    p{margin:.4em 0}
    a{color:var(--link)}
    code{font:inherit;color:inherit}
    .center{text-align:center}.right{text-align:right}
    :focus-visible{outline:3px solid var(--link);outline-offset:2px}
    article:focus{outline:none}
    .skip{position:absolute;left:-99rem;top:0;background:var(--ground);padding:.5rem 1rem;z-index:2}
    .skip:focus{left:0}
    .heard{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
    .languages,.filters{background:var(--soft)}
    .languages fieldset{max-width:75rem;margin:0 auto;padding:.4rem 1.25rem}
    fieldset{border:0;margin:0;padding:.2rem 0;display:flex;flex-wrap:wrap;gap:.1rem 1.25rem}
    legend{float:left;padding:0 1rem 0 0;font-weight:bold}
    label{display:inline-flex;gap:.4rem;align-items:center;min-height:1.75rem}
    input{width:1.15rem;height:1.15rem;flex:none;margin:0;accent-color:var(--link)}
    .filters{padding:.5rem 1rem;margin:1rem 0}
    @supports not selector(:has(a)){.languages,.filters{display:none}}
    .whole{white-space:nowrap}
    .contents ul{margin:.5rem 0;padding-left:1.5rem}
    .fields{margin:1rem 0}
    .fields div{display:grid;grid-template-columns:minmax(9rem,14rem) 1fr;gap:0 1rem;padding:.1rem 0}
    dt{font-weight:bold}dd{margin:0}
    .note{padding:.5rem 1rem;margin:1rem 0;border-left:.35rem solid var(--line)}
    .choices{list-style:none;padding-left:1rem}.choices li::before{content:"☐ "}
    .blank{display:inline-block;max-width:100%;border-bottom:1px dotted currentColor;height:1.2em;vertical-align:baseline}
    .line{border-bottom:1px dotted currentColor;height:2em}
    .lines{margin:1rem 0}
    .signature{margin:2rem 0 1rem 45%;text-align:center}
    .signature p{margin:.6em 0}
    .official ol{list-style-type:thai}
    .official .fields div{grid-template-columns:auto 1fr}
    .ink-good{color:var(--good)}.ink-caution{color:var(--caution)}.ink-bad{color:var(--bad)}.ink-muted{color:var(--muted)}
    .fill-head{background:var(--head)}
    .fill-good{background:var(--good-fill)}.fill-good,.fill-good .ink-good{color:var(--good)}
    .fill-caution{background:var(--caution-fill)}.fill-caution,.fill-caution .ink-caution{color:var(--caution)}
    .fill-bad{background:var(--bad-fill)}.fill-bad,.fill-bad .ink-bad{color:var(--bad)}
    .fill-good .ink-muted,.fill-caution .ink-muted,.fill-bad .ink-muted,.fill-head .ink-muted{color:inherit}
    .note.fill-good{border-color:var(--good)}.note.fill-caution{border-color:var(--caution)}.note.fill-bad{border-color:var(--bad)}
    .note.fill-muted{color:var(--muted)}

    """

  private static let tables = """
    table{width:100%;border-collapse:collapse;margin:1rem 0;table-layout:fixed}
    caption{text-align:left;font-weight:bold;padding:.25rem 0}
    th,td{border:1px solid var(--line);padding:.35rem .55rem;vertical-align:top;text-align:left}
    th.right,td.right{text-align:right}th.center,td.center{text-align:center}
    thead th{background:var(--head)}
    tbody th{font-weight:normal}tbody th[scope=rowgroup]{font-weight:bold}
    td p,th p{margin:0 0 .3em}td p:last-child,th p:last-child{margin:0}
    table.bare th,table.bare td{border:0}
    [hidden]{display:none}

    """

  private static let charts = """
    figure{margin:1rem 0 1.5rem}
    .charts{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(26rem,100%),1fr));gap:0 2.5rem}
    .charts figure{min-width:0}
    figcaption{font-weight:bold}
    .drawing{overflow-x:auto}
    svg{display:block;max-width:32rem;width:100%;height:auto;font-family:inherit}
    svg.wide{max-width:none;width:auto}
    svg text{fill:var(--ink);font-size:14px}svg .small{font-size:12px}svg .muted{fill:var(--muted)}
    svg .track{fill:var(--soft);stroke:var(--line);stroke-width:1}
    svg .bar{fill:var(--bar)}svg .bar.good{fill:var(--good)}svg .bar.caution{fill:var(--caution)}svg .bar.bad{fill:var(--bad)}
    svg .cell{stroke:var(--line);fill:var(--ground)}svg .cell.good{fill:var(--good-fill)}svg .cell.caution{fill:var(--caution-fill)}svg .cell.bad{fill:var(--bad-fill)}
    svg .k0{fill:var(--k1)}svg .k1{fill:var(--k2)}svg .k2{fill:var(--k3)}svg .k3{fill:var(--k4)}svg .k4{fill:var(--k5)}svg .k5{fill:var(--k6)}
    svg .on{fill:var(--on-key);font-size:12px}
    details{margin:.5rem 0}summary{cursor:pointer;color:var(--link)}

    """

  private static let narrow = """
    @media (max-width:45rem){
    main{padding:.5rem .75rem 3rem}
    .fields div{grid-template-columns:1fr}
    .signature{margin-left:0}
    legend{float:none;width:100%}
    table,caption,thead,tbody,tr,th,td{display:block;width:100%}
    colgroup{display:none}
    thead{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
    tbody tr{border:1px solid var(--line);margin:0 0 .75rem}
    tbody th,tbody td{border:0;text-align:left!important}
    tbody td:empty{display:none}
    .right[data-label]::before,.center[data-label]::before{display:inline-block;margin-right:.6rem}
    [data-label]::before{content:attr(data-label);display:block;color:var(--muted);font-size:.85rem}
    .fill-good[data-label]::before,.fill-caution[data-label]::before,.fill-bad[data-label]::before{color:inherit}
    }

    """

  /// TH Sarabun is small for its size: 16 points of it are about 12 of other fonts, so these are scaled.
  private static let print = """
    @font-face{font-family:"Paper Sarabun";src:local("TH SarabunPSK"),local("TH Sarabun PSK"),local("TH Sarabun New"),local("THSarabunNew"),local("TH SarabunIT๙"),local("Laksaman")}
    @font-face{font-family:"Paper Sarabun";font-weight:bold;src:local("TH SarabunPSK Bold"),local("TH Sarabun New Bold"),local("THSarabunNew-Bold"),local("TH SarabunIT๙ Bold"),local("Laksaman Bold")}
    @font-face{font-family:"Paper Other";size-adjust:72%;src:local("Sarabun"),local("Noto Sans Thai"),local("Leelawadee UI"),local("Thonburi"),local("Loma"),local("Garuda")}
    @page{size:A4;margin:2.5cm 2cm 2cm 3cm;@top-center{content:"- " counter(page) " -";font:14pt "Paper Sarabun","Paper Other",sans-serif}}
    @page across{size:A4 landscape;margin:2.5cm 2cm 2cm 2cm}
    @page official{@top-center{content:"- " counter(page,thai) " -"}}
    @page official-across{size:A4 landscape;margin:2.5cm 2cm 2cm 2cm;@top-center{content:"- " counter(page,thai) " -"}}
    @page official:first{@top-center{content:none}}
    @media print{
    :root{--text:16pt;\(lightColors)}
    body{font:16pt/1.3 "Paper Sarabun","Paper Other",sans-serif}
    main{max-width:none;padding:0}
    .languages,.filters,.contents,.skip,details summary,details caption{display:none}
    details::details-content{display:block;content-visibility:visible}
    section.across{page:across}
    .official section{page:official}.official section.across{page:official-across}
    section+section{break-before:page}
    h1{font-size:20pt}h2{font-size:18pt;border:0}h3,h4{font-size:16pt}
    h1,h2,h3,h4{break-after:avoid;margin:.4em 0 .2em;padding-top:.3em}
    p,li,dt,dd,caption{padding-top:.12em}.note{padding:.35em 1rem .2em}
    p{margin:.15em 0;orphans:2;widows:2}
    .fields,.note,.lines{margin:.4em 0}.lines p{break-after:avoid}
    table{font-size:14pt;width:calc(100% - 1px);margin:.4em 0}
    caption{break-after:avoid}
    thead{display:table-header-group;break-after:avoid}
    tr:has(>th[scope=rowgroup]){break-after:avoid}
    tbody:first-of-type tr:first-child{break-before:avoid}
    .charts{display:block}
    .chart:not(:has(.wide)){display:grid;grid-template-columns:7cm 1fr;gap:0 .8cm;align-items:start}
    .chart>figcaption,.chart>p{grid-column:1/-1}
    tr,figure,.note,.signature{break-inside:avoid}
    .signature{margin:.8em 0 0 38%}
    .note.fill-muted{break-after:avoid}
    th,td{padding:.1cm .15cm}th p,td p{padding-top:0}
    .fill-head,.fill-good,.fill-caution,.fill-bad,thead th,svg{print-color-adjust:exact;-webkit-print-color-adjust:exact}
    .page-break{break-after:page}
    a{color:inherit;text-decoration:none}
    }

    """
}
