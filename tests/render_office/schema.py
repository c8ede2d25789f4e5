"""The order of child elements that the schema of WordprocessingML prescribes (ECMA-376 part 1, annex A).

A word processor may refuse any other order, or silently drop what stands out of it.
"""

from __future__ import annotations

import re
import zipfile
from collections.abc import Iterator
from pathlib import Path

from docx.oxml.ns import qn
from lxml import etree

# Children in this order (xsd:sequence).
ORDERS = {
    "pPr": "pStyle keepNext keepLines pageBreakBefore framePr widowControl numPr suppressLineNumbers pBdr shd tabs "
    "suppressAutoHyphens kinsoku wordWrap overflowPunct topLinePunct autoSpaceDE autoSpaceDN bidi adjustRightInd "
    "snapToGrid spacing ind contextualSpacing mirrorIndents suppressOverlap jc textDirection textAlignment "
    "textboxTightWrap outlineLvl divId cnfStyle rPr sectPr pPrChange",
    "rPr": "rStyle rFonts b bCs i iCs caps smallCaps strike dstrike outline shadow emboss imprint noProof snapToGrid "
    "vanish webHidden color spacing w kern position sz szCs highlight u effect bdr shd fitText vertAlign rtl cs em "
    "lang eastAsianLayout specVanish oMath",
    "tblPr": "tblStyle tblpPr tblOverlap bidiVisual tblStyleRowBandSize tblStyleColBandSize tblW jc tblCellSpacing "
    "tblInd tblBorders shd tblLayout tblCellMar tblLook",
    "tcPr": "cnfStyle tcW gridSpan hMerge vMerge tcBorders shd noWrap tcMar textDirection tcFitText vAlign hideMark",
    "tblBorders": "top left start bottom right end insideH insideV",
    "pBdr": "top left bottom right between bar",
    "tbl": "bookmarkStart bookmarkEnd tblPr tblGrid tr",
    "style": "name aliases basedOn next link autoRedefine hidden uiPriority semiHidden unhideWhenUsed qFormat locked "
    "personal personalCompose personalReply rsid pPr rPr tblPr trPr tcPr tblStylePr",
    "sectPr": "headerReference footerReference footnotePr endnotePr type pgSz pgMar paperSrc pgBorders lnNumType "
    "pgNumType cols formProt vAlign noEndnote titlePg textDirection bidi rtlGutter docGrid",
    "settings": "writeProtection view zoom removePersonalInformation removeDateAndTime doNotDisplayPageBoundaries "
    "displayBackgroundShape printPostScriptOverText printFractionalCharacterWidth printFormsData embedTrueTypeFonts "
    "embedSystemFonts saveSubsetFonts saveFormsData mirrorMargins alignBordersAndEdges bordersDoNotSurroundHeader "
    "bordersDoNotSurroundFooter gutterAtTop hideSpellingErrors hideGrammaticalErrors activeWritingStyle proofState "
    "formsDesign attachedTemplate linkStyles stylePaneFormatFilter stylePaneSortMethod documentType mailMerge "
    "revisionView trackRevisions doNotTrackMoves doNotTrackFormatting documentProtection autoFormatOverride "
    "styleLockTheme styleLockQFSet defaultTabStop autoHyphenation consecutiveHyphenLimit hyphenationZone "
    "doNotHyphenateCaps showEnvelope summaryLength clickAndTypeStyle defaultTableStyle evenAndOddHeaders "
    "bookFoldRevPrinting bookFoldPrinting bookFoldPrintingSheets drawingGridHorizontalSpacing "
    "drawingGridVerticalSpacing displayHorizontalDrawingGridEvery displayVerticalDrawingGridEvery "
    "doNotUseMarginsForDrawingGridOrigin drawingGridHorizontalOrigin drawingGridVerticalOrigin doNotShadeFormData "
    "noPunctuationKerning characterSpacingControl printTwoOnOne strictFirstAndLastChars noLineBreaksAfter "
    "noLineBreaksBefore savePreviewPicture doNotValidateAgainstSchema saveInvalidXml ignoreMixedContent "
    "alwaysShowPlaceholderText doNotDemarcateInvalidXml saveXmlDataOnly useXSLTWhenSaving saveThroughXslt "
    "showXMLTags alwaysMergeEmptyNamespace updateFields hdrShapeDefaults footnotePr endnotePr compat docVars rsids "
    "mathPr attachedSchema themeFontLang clrSchemeMapping doNotIncludeSubdocsInStats doNotAutoCompressPictures "
    "forceUpgrade captions readModeInkLockDown smartTagType schemaLibrary shapeDefaults doNotEmbedSmartTags "
    "decimalSymbol listSeparator docId defaultImageDpi",
    "sdt": "sdtPr sdtEndPr sdtContent",
    "sdtPr": "rPr alias tag id lock placeholder temporary showingPlcHdr dataBinding label tabIndex docPartObj",
    "docPartObj": "docPartGallery docPartCategory docPartUnique",
    "document": "background body",
    "tr": "tblPrEx trPr tc",
    "tblGrid": "gridCol",
    "tabs": "tab",
    "tblCellMar": "top start left bottom end right",
    "fonts": "font",
    "font": "altName panose1 charset family notTrueType pitch sig embedRegular embedBold embedItalic embedBoldItalic",
    "styles": "docDefaults latentStyles style",
    "docDefaults": "rPrDefault pPrDefault",
    "rPrDefault": "rPr",
    "pPrDefault": "pPr",
    "latentStyles": "lsdException",
    "numPr": "ilvl numId",
    "numbering": "numPicBullet abstractNum num numIdMacAtCleanup",
    "abstractNum": "nsid multiLevelType tmpl name styleLink numStyleLink lvl",
    "lvl": "start numFmt lvlRestart pStyle isLgl suff lvlText lvlPicBulletId legacy lvlJc pPr rPr",
    "num": "abstractNumId lvlOverride",
    "compat": "useFELayout compatSetting",
    "wp:anchor": "simplePos positionH positionV extent effectExtent wrapNone wrapSquare wrapTight wrapThrough "
    "wrapTopAndBottom docPr cNvGraphicFramePr graphic",
    "wps:wsp": "cNvPr cNvSpPr cNvCnPr spPr style extLst txbx linkedTxbx bodyPr",
}  # fmt: skip
# Of these no child may be there twice.
_ONCE = "pPr rPr tblPr tcPr tblBorders pBdr style settings sdt sdtPr font wp:anchor wps:wsp"
ONCE = frozenset(_ONCE.split())
_BLOCKS, _INLINE = "p tbl sdt bookmarkStart bookmarkEnd", "r hyperlink bookmarkStart bookmarkEnd sdt"
# What leads, then children in any order (xsd:choice), then what ends.
CHOICES = {
    "body": ("", _BLOCKS, "sectPr"),
    "sdtContent": ("", _BLOCKS, ""),
    "txbxContent": ("", _BLOCKS, ""),
    "hdr": ("", _BLOCKS, ""),
    "ftr": ("", _BLOCKS, ""),
    "tc": ("tcPr", _BLOCKS, ""),
    "p": ("pPr", _INLINE, ""),
    "hyperlink": ("", _INLINE, ""),
    "r": ("rPr", "t br tab fldChar instrText AlternateContent drawing", ""),
    "drawing": ("", "anchor inline", ""),
    "trPr": ("", "cantSplit trHeight tblHeader jc tblCellSpacing hidden gridBefore gridAfter wBefore wAfter", ""),
}
_INDENTS = "left right firstLine hanging leftChars rightChars firstLineChars hangingChars"
# What the writer sets itself, with the values that the standard's simple types allow.
_NUMBER, _ON_OFF, _NAME = r"-?\d+", "0|1|true|false|on|off", ".+"
VALUES = {
    "jc": {"val": "left|right|center|both|distribute|start|end"},
    "spacing": {"before": _NUMBER, "after": _NUMBER, "line": _NUMBER, "lineRule": "auto|exact|atLeast", "val": _NUMBER},
    "ind": dict.fromkeys(_INDENTS.split(), _NUMBER),
    "rFonts": dict.fromkeys(("ascii", "hAnsi", "eastAsia", "cs"), _NAME) | {"hint": "default|eastAsia|cs"},
    "tab": {"val": "left|right|center|decimal|bar|clear|num", "leader": "none|dot|hyphen|underscore", "pos": _NUMBER},
    "fldChar": {"fldCharType": "begin|separate|end", "dirty": _ON_OFF, "fldLock": _ON_OFF},
    "hyperlink": {"anchor": r"[A-Za-z]\w{0,39}", "history": _ON_OFF},
    "bookmarkStart": {"id": _NUMBER, "name": r"[A-Za-z]\w{0,39}"},
    "bookmarkEnd": {"id": _NUMBER},
    "trHeight": {"val": _NUMBER, "hRule": "auto|exact|atLeast"},
    "tblW": {"w": _NUMBER, "type": "nil|pct|dxa|auto"},
    "tcW": {"w": _NUMBER, "type": "nil|pct|dxa|auto"},
    "vAlign": {"val": "top|center|both|bottom"},
    "vMerge": {"val": "continue|restart"},
    "gridCol": {"w": _NUMBER},
    "docGrid": {"type": "default|lines|linesAndChars|snapToChars", "linePitch": _NUMBER, "charSpace": _NUMBER},
    "vertAlign": {"val": "baseline|superscript|subscript"},
    "outlineLvl": {"val": "[0-9]"},
    "charset": {"val": "[0-9A-F]{2}"},
    "panose1": {"val": "[0-9A-F]{20}"},
    "family": {"val": "auto|decorative|modern|roman|script|swiss"},
    "pitch": {"val": "default|fixed|variable"},
    "noLineBreaksBefore": {"lang": "zh-CN|zh-TW", "val": r"\S+"},
    "noLineBreaksAfter": {"lang": "zh-CN|zh-TW", "val": r"\S+"},
}  # fmt: skip


def disorders(path: Path) -> Iterator[str]:
    """Every element of a package whose children stand out of order, or are unknown to the schema; every attribute that
    the schema does not know or whose value it does not allow, as far as the writer sets it itself."""
    with zipfile.ZipFile(path) as archive:
        for name in archive.namelist():
            if name.startswith("word/") and name.endswith(".xml") and "theme" not in name:
                yield from (f"{name}: {told}" for told in _of_part(etree.fromstring(archive.read(name))))


def _of_part(root: etree._Element) -> Iterator[str]:
    for parent in root.iter(etree.Element):
        tag, children = _name(parent), [_name(child).rpartition(":")[2] for child in parent]
        if tag in CHOICES:
            if re.fullmatch(_pattern(*CHOICES[tag]), "".join(f"{child} " for child in children)) is None:
                yield f"{tag}: {' '.join(children)}"
        elif tag in ORDERS:
            order = ORDERS[tag].split()
            places = [order.index(child) if child in order else -1 for child in children]
            twice = tag in ONCE and len(set(children)) < len(children)
            if places != sorted(places) or -1 in places or twice:
                yield f"{tag}: {' '.join(children)}"
        elif ":" not in tag and children:
            yield f"{tag}: no children are known of it, has {' '.join(children)}"
        yield from _wrong_values(tag, parent)
        if tag == "tc" and children[-1:] != ["p"]:
            yield "tc: does not end with a paragraph"


def _name(node: etree._Element) -> str:
    """The local name of an element of WordprocessingML, with its prefix that of another vocabulary."""
    name = etree.QName(node)
    return name.localname if name.namespace == _WORD else f"{node.prefix}:{name.localname}"


_WORD = qn("w:p")[1:].partition("}")[0]


def _pattern(first: str, inside: str, last: str) -> str:
    """Names, a blank behind each: one of the first at most, any of those inside, one of the last at most."""
    parts = (("|".join(f"{name} " for name in words.split()) or "(?!)") for words in (first, inside, last))
    lead, middle, end = parts
    return f"(?:{lead})?(?:{middle})*(?:{end})?"


def _wrong_values(tag: str, node: etree._Element) -> Iterator[str]:
    allowed = VALUES.get(tag)
    if allowed is None:
        return
    for key, value in node.attrib.items():
        name = etree.QName(key)
        if name.namespace == _WORD and not re.fullmatch(allowed.get(name.localname, "(?!)"), value):
            yield f"{tag}: {name.localname}={value}"


def dangling(path: Path) -> Iterator[str]:
    """Relations whose part is missing, parts without a content type, relation ids that nothing defines."""
    with zipfile.ZipFile(path) as archive:
        names = set(archive.namelist())
        for name in sorted(names):
            if not name.endswith(".rels"):
                continue
            folder = name.removesuffix(f"_rels/{name.rpartition('/')[2]}")
            for relation in etree.fromstring(archive.read(name)):
                target = relation.get("Target").removeprefix("/")
                if relation.get("TargetMode") != "External" and not {target, folder + target} & names:
                    yield f"{name}: {target}"
        document = etree.fromstring(archive.read("word/document.xml"))
        given = {node.get("Id") for node in etree.fromstring(archive.read("word/_rels/document.xml.rels"))}
        used = {value for node in document.iter() for key, value in node.attrib.items() if key == qn("r:id")}
        yield from (f"document.xml: {missing}" for missing in sorted(used - given))
