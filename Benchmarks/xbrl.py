"""Writes the same amounts and sums twice: as XBRL with a calculation linkbase, and as plain lines for us."""

import random

SUMS, PARTS = 30, 50
NAMESPACES = (
    "xmlns:xbrli='http://www.xbrl.org/2003/instance' xmlns:link='http://www.xbrl.org/2003/linkbase' "
    "xmlns:xlink='http://www.w3.org/1999/xlink' xmlns:iso4217='http://www.xbrl.org/2003/iso4217' "
    "xmlns:s='http://example.org/sums'")
ARC = "http://www.xbrl.org/2003/arcrole/summation-item"


def sums():
    """Every total with its parts: each part stands in one or two sums."""
    chance = random.Random(7)
    return {f"t{number}": sorted(chance.sample(range(PARTS), chance.randint(2, 5))) for number in range(SUMS)}


def write(folder, units):
    """The files for so many units, 80 amounts and 30 sums each; about one unit in ten has a sum that does not come out."""
    chance = random.Random(units)
    totals = sums()
    concepts = list(totals) + [f"p{number}" for number in range(PARTS)]
    elements = "".join(
        f"<xs:element name='{one}' id='{one}' type='xbrli:monetaryItemType' substitutionGroup='xbrli:item' "
        "xbrli:periodType='duration' nillable='true'/>" for one in concepts)
    (folder / "sums.xsd").write_text(
        f"<xs:schema xmlns:xs='http://www.w3.org/2001/XMLSchema' {NAMESPACES} targetNamespace='http://example.org/sums' "
        "elementFormDefault='qualified'><xs:annotation><xs:appinfo><link:linkbaseRef xlink:type='simple' "
        "xlink:href='sums.xml' xlink:arcrole='http://www.w3.org/1999/xlink/properties/linkbase' "
        "xlink:role='http://www.xbrl.org/2003/role/calculationLinkbaseRef'/></xs:appinfo></xs:annotation>"
        "<xs:import namespace='http://www.xbrl.org/2003/instance' "
        f"schemaLocation='http://www.xbrl.org/2003/xbrl-instance-2003-12-31.xsd'/>{elements}</xs:schema>")
    links = "".join(
        f"<link:loc xlink:type='locator' xlink:href='sums.xsd#{one}' xlink:label='{one}'/>" for one in concepts)
    arcs = "".join(
        f"<link:calculationArc xlink:type='arc' xlink:arcrole='{ARC}' xlink:from='{total}' xlink:to='p{part}' "
        f"weight='1' order='{order}'/>" for total, parts in totals.items() for order, part in enumerate(parts, 1))
    (folder / "sums.xml").write_text(
        f"<link:linkbase {NAMESPACES}><link:calculationLink xlink:type='extended' "
        f"xlink:role='http://www.xbrl.org/2003/role/link'>{links}{arcs}</link:calculationLink></link:linkbase>")
    contexts, facts, lines = [], [], []
    for number in range(units):
        unit = f"u{number}"
        values = {f"p{part}": chance.randint(0, 9_000_000) for part in range(PARTS)}
        for total, parts in totals.items():
            values[total] = sum(values[f"p{part}"] for part in parts)
        if chance.random() < 0.1:
            values[chance.choice(list(totals))] += chance.randint(1, 5_000)
        contexts.append(
            f"<xbrli:context id='{unit}'><xbrli:entity><xbrli:identifier scheme='http://example.org'>{unit}"
            "</xbrli:identifier></xbrli:entity><xbrli:period><xbrli:startDate>2024-01-01</xbrli:startDate>"
            "<xbrli:endDate>2024-12-31</xbrli:endDate></xbrli:period></xbrli:context>")
        for concept in concepts:
            text = f"{values[concept] // 100}.{values[concept] % 100:02}"
            facts.append(f"<s:{concept} contextRef='{unit}' unitRef='cny' decimals='2'>{text}</s:{concept}>")
            lines.append(f"{unit}\t{concept}\t{text}\n")
    (folder / "instance.xbrl").write_text(
        f"<xbrli:xbrl {NAMESPACES}><link:schemaRef xlink:type='simple' xlink:href='sums.xsd'/>{''.join(contexts)}"
        f"<xbrli:unit id='cny'><xbrli:measure>iso4217:CNY</xbrli:measure></xbrli:unit>{''.join(facts)}</xbrli:xbrl>")
    (folder / "facts.tsv").write_text("".join(lines))
    (folder / "concepts.tsv").write_text("".join(f"{one}\n" for one in concepts))
    (folder / "sums.tsv").write_text(
        "".join("\t".join([total, *(f"p{part}" for part in parts)]) + "\n" for total, parts in totals.items()))
    return len(facts), units * len(totals)
