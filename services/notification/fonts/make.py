"""Makes the fonts of the papers; README.md says from what."""
import gzip
import io
import sys
from array import array
from fontTools import subset
from fontTools.fontBuilder import FontBuilder
from fontTools.ttLib import TTFont
from fontTools.ttLib.tables._g_l_y_f import Glyph, GlyphCoordinates
from fontTools.ttLib.tables import ttProgram

STAMP = 3786825600  # 2024-01-01, so that making them again gives the same bytes
UPEM = 128  # at the size of a list, half a unit is less than a dot of an office printer
TOLERANCE = 1.3

regular_path, bold_path, hana_b, dejavu, out = sys.argv[1:6]


def save(font, name):
    with open(f"{out}/{name}.ttf.gz", "wb") as raw, gzip.GzipFile("", "wb", 9, raw, mtime=0) as packed:
        whole = io.BytesIO()
        font.save(whole, reorderTables=True)
        packed.write(whole.getvalue())


def subsetted(path, unicodes, name):
    options = subset.Options(layout_features=[], hinting=False, notdef_outline=True, recalc_timestamp=False,
                             name_IDs=[0, 1, 2, 3, 4, 5, 6, 13, 14], glyph_names=False,
                             drop_tables=["vhea", "vmtx", "BASE", "STAT", "GPOS", "GSUB", "GDEF", "gasp", "prep"])
    font = subset.load_font(path, options)
    picker = subset.Subsetter(options)
    picker.populate(unicodes=unicodes)
    picker.subset(font)
    font["head"].modified = STAMP
    save(font, name)


regular = TTFont(regular_path, lazy=True).getBestCmap()
subsetted(regular_path, sorted(regular), "sans")

common = set()  # GB 2312: the 6763 characters that are used most
for row in range(16, 88):
    for cell in range(1, 95):
        try:
            common.add(ord(bytes([row + 0xA0, cell + 0xA0]).decode("gb2312")))
        except UnicodeDecodeError:
            pass
letters = {c for c in regular if c < 0x3100 or 0xFF00 <= c < 0xFFF0}
subsetted(bold_path, sorted(letters | common), "bold")

glyphs, metrics, cmap = {}, {}, {}


def simpler(contour):
    """Leaves out points whose absence moves the outline by less than about a unit."""
    points = list(contour)
    while len(points) > 3:
        best = None
        for i, p in enumerate(points):
            a, b = points[i - 1], points[(i + 1) % len(points)]
            if not (a[2] and b[2]):
                continue
            dx, dy = b[0] - a[0], b[1] - a[1]
            length = (dx * dx + dy * dy) ** 0.5
            if length == 0:
                off = ((p[0] - a[0]) ** 2 + (p[1] - a[1]) ** 2) ** 0.5
            else:
                off = abs(dx * (p[1] - a[1]) - dy * (p[0] - a[0])) / length
                along = (dx * (p[0] - a[0]) + dy * (p[1] - a[1])) / length
                if along < 0 or along > length:
                    continue
            if not p[2]:
                off /= 2
            if off <= TOLERANCE and (best is None or off < best[0]):
                best = (off, i)
        if best is None:
            break
        del points[best[1]]
    return points


def take(path, wanted):
    font = TTFont(path, lazy=True)
    table, widths = font["glyf"], font["hmtx"]
    scale = UPEM / font["head"].unitsPerEm
    for code, name in font.getBestCmap().items():
        if code in regular or code in cmap or not wanted(code):
            continue
        coordinates, ends, flags = table[name].getCoordinates(table)
        points, kept_flags, kept_ends, start = [], [], [], 0
        for end in ends:
            contour = []
            for i in range(start, end + 1):
                p = (round(coordinates[i][0] * scale), round(coordinates[i][1] * scale), flags[i] & 1)
                if not contour or contour[-1] != p:
                    contour.append(p)
            start = end + 1
            kept = simpler(contour)
            if len(kept) < 3:
                continue
            points += [(x, y) for x, y, _ in kept]
            kept_flags += [f for _, _, f in kept]
            kept_ends.append(len(points) - 1)
        glyph = Glyph()
        glyph.numberOfContours = len(kept_ends)
        if kept_ends:
            glyph.coordinates = GlyphCoordinates(points)
            glyph.flags = array("B", kept_flags)
            glyph.endPtsOfContours = kept_ends
            glyph.program = ttProgram.Program()
            glyph.program.fromBytecode(b"")
        own = f"u{code:05X}"
        glyphs[own], cmap[code] = glyph, own
        metrics[own] = (round(widths[name][0] * scale), min((x for x, _ in points), default=0))


take(dejavu, lambda c: 0xA0 <= c < 0x590 or 0x1E00 <= c < 0x2000)
take(hana_b, lambda c: c >= 0x20000)
order = [".notdef"] + [cmap[c] for c in sorted(cmap)]
blank = Glyph()
blank.numberOfContours = 0
glyphs[".notdef"], metrics[".notdef"] = blank, (UPEM, 0)
builder = FontBuilder(UPEM, isTTF=True)
builder.setupGlyphOrder(order)
builder.setupCharacterMap(cmap)
builder.setupGlyf(glyphs)
builder.setupHorizontalMetrics(metrics)
builder.setupHorizontalHeader(ascent=round(0.88 * UPEM), descent=-round(0.12 * UPEM))
builder.setupNameTable({"familyName": "Huiwu Rare", "styleName": "Regular", "psName": "HuiwuRare-Regular"})
builder.setupOS2(sTypoAscender=round(0.88 * UPEM), sTypoDescender=-round(0.12 * UPEM))
builder.setupPost(keepGlyphNames=False)
builder.font["head"].created = builder.font["head"].modified = STAMP
builder.font.recalcTimestamp = False
save(builder.font, "rare")
print(len(cmap), "rare characters")
