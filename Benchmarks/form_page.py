"""Takes our form page apart into what a web framework would render it from: a form's definition and a template.

The peers get the very markup of our page, so that all render the same bytes: what belongs to the person, the unit or
the filing becomes an expression of the template, the table a loop over the form's rows and cells.
"""

import html
import re

TABLE = re.compile(r"<tbody>.*?</tbody>", re.S)
ROWS = """<tbody>{% for row in rows %}<tr{% if row.css %} class="{{ row.css }}"{% endif %}>\
{% for cell in row.fields %}{% if cell.heading %}<th scope="{{ cell.scope }}"\
{% if cell.css %} class="{{ cell.css }}"{% endif %}\
{% if cell.colspan %} colspan="{{ cell.colspan }}"{% endif %}{% if cell.rowspan %} rowspan="{{ cell.rowspan }}"{% endif %}>\
{{ cell.markup|safe }}</th>{% else %}<td class="{{ cell.css }}" data-cell="{{ cell.address }}"\
{% if cell.formula %} data-formula="{{ cell.formula }}"{% endif %}\
{% if cell.colspan %} colspan="{{ cell.colspan }}"{% endif %}{% if cell.rowspan %} rowspan="{{ cell.rowspan }}"{% endif %}>\
{% if cell.control == "output" %}<output id="{{ cell.id }}" tabindex="-1">{{ cell.value }}</output>\
{% elif cell.control == "input" %}<input id="{{ cell.id }}" name="{{ cell.address }}" aria-label="{{ cell.label }}"\
 value="{{ cell.value }}"{% if cell.inputmode %} inputmode="{{ cell.inputmode }}"{% endif %}\
{% if cell.placeholder %} placeholder="{{ cell.placeholder }}"{% endif %}{% if cell.readonly %} readonly=""{% endif %}>\
{% elif cell.control == "textarea" %}<textarea id="{{ cell.id }}" name="{{ cell.address }}" aria-label="{{ cell.label }}"\
 rows="{{ cell.lines }}" data-limit="{{ cell.limit }}"\
{% if cell.placeholder %} placeholder="{{ cell.placeholder }}"{% endif %}>{{ cell.value }}</textarea>\
{% else %}<input type="hidden" name="{{ cell.address }}" value=""><input id="{{ cell.id }}" type="checkbox"\
 name="{{ cell.address }}" value="是"{% if cell.value == "是" %} checked=""{% endif %}>\
<label for="{{ cell.id }}">{{ cell.label }}</label>{% endif %}</td>{% endif %}{% endfor %}\
{% if row.line %}<td class="row-tools"><button name="action" value="remove:{{ row.line }}" class="quiet"\
 aria-label="删除 {{ row.name }}" data-under="{{ row.under }}">删除</button></td>{% endif %}</tr>{% endfor %}</tbody>"""


def attributes(text):
    return {name: html.unescape(value) for name, value in re.findall(r'([\w-]+)="([^"]*)"', text)}


def definition(page):
    """The form's rows with their fields; all rows of one line of funds give one pattern row."""
    rows = []
    for css, content in re.findall(r"<tr([^>]*)>(.*?)</tr>", TABLE.search(page)[0], re.S):
        row = {"css": attributes(css).get("class", ""), "fields": []}
        for tag, given, inside in re.findall(r"<(th|td)([^>]*)>(.*?)</\1>", content, re.S):
            given = attributes(given)
            if given.get("class") == "row-tools":
                row["pattern"] = re.search(r'value="remove:(\w+)"', inside)[1]
                row["under"] = re.search(r'data-under="(\w+)"', inside)[1]
            else:
                row["fields"].append(heading(given, inside) if tag == "th" else value(given, inside))
        if "pattern" in row and any("pattern" in earlier for earlier in rows):
            continue
        if "pattern" in row:
            make_pattern(row)
        rows.append(row)
    return rows


def spans(given):
    return {name: given[name] for name in ("colspan", "rowspan") if name in given}


def heading(given, inside):
    field = {"heading": True, "scope": given["scope"], "css": given.get("class", ""), **spans(given)}
    return field | {"markup": inside}


def value(given, inside):
    field = {"css": given["class"], "address": given["data-cell"], **spans(given)}
    field["id"] = field["address"].replace("/", "_")
    if "data-formula" in given:
        field["formula"] = given["data-formula"]
    if inside.startswith("<output"):
        return field | {"control": "output"}
    if 'type="checkbox"' in inside:
        return field | {"control": "checkbox", "label": re.search(r"<label[^>]*>([^<]*)", inside)[1]}
    tag, control = re.match(r"<(input|textarea)([^>]*)>", inside).groups()
    control = attributes(control)
    field |= {"control": tag, "label": control["aria-label"]}
    if tag == "textarea":
        field |= {"lines": control["rows"], "limit": control["data-limit"]}
    if "readonly" in control:
        field["readonly"] = True
    return field | {name: control[name] for name in ("inputmode", "placeholder") if name in control}


def make_pattern(row):
    """Puts places for the line's id and name into one line's row."""
    line = row["pattern"]
    for field in row["fields"]:
        field["address"] = field["address"].replace(f"/{line}/", "/{line}/")
        if "，" in field["label"]:
            field["label"] = "{name}，" + field["label"].split("，", 1)[1]


def template(page, one):
    """The whole page as a template; `one` is the unit whose page it is."""
    page = without_authors(page)
    text = page.replace(one["csrf"], "{{ csrf }}").replace(one["unit"], "{{ unit }}").replace(one["name"], "{{ name }}")
    text = re.sub(rf"/filings/{one['filing']}/", "/filings/{{ filing }}/", text)
    text = re.sub(r'data-filing="\d+"', 'data-filing="{{ filing }}"', text)
    text = re.sub(r'data-person="\d+"', 'data-person="{{ person }}"', text)
    text = re.sub(r'data-version="\d+"', 'data-version="{{ version }}"', text)
    text = re.sub(r'name="version" value="\d+"', 'name="version" value="{{ version }}"', text)
    text = re.sub(r"已保存 [\d:]+", "已保存 {{ saved }}", text)
    return TABLE.sub(lambda _: ROWS, text)


def without_authors(page):
    """The page without what we alone tell of every cell: who changed it last, and when."""
    return re.sub(r' data-changed="[^"]*"', "", page)


def normal(page, csrf):
    """The page without what differs between frameworks: the token's value and the spelling of entities."""
    page = re.sub(r'name="csrf" value="[^"]+"', 'name="csrf" value="…"', page.replace(csrf, "…"))
    page = without_authors(page).replace("&#34;", "&quot;").replace("&#x27;", "&#39;")
    return re.sub(r"/assets/\w+/", "/assets/…/", page)


def shown_cells(page):
    """What every cell of the form shows, by address."""
    shown = {}
    for address, content in re.findall(r'<td class="[^"]*" data-cell="([^"]+)"[^>]*>(.*?)</td>', page, re.S):
        value = re.search(r' value="([^"]*)"', content) if "<input id" in content else re.search(r">([^<]*)<", content)
        shown[address] = html.unescape(value[1]) if value and "checkbox" not in content else ""
    return shown
