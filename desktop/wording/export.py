"""Words of the Export page: forms, what a file will hold, and what became of saving it."""

from analyzer.errors import ExportError
from desktop.wording.basics import number, plural, tr

FORM_ORDER = (".html", ".csv", ".txt", ".json", ".md")
GRAPH_ORDER = (".gexf", ".graphml", ".json")
PICTURE_ORDER = (".png", ".svg", ".pdf")


def form_word(suffix: str) -> str:
    """The word on the button of a form."""
    words = {
        ".html": tr("Checklist (HTML)"),
        ".csv": tr("CSV"),
        ".txt": tr("Text"),
        ".json": tr("JSON"),
        ".md": tr("Markdown"),
        ".gexf": tr("GEXF (Gephi)"),
        ".graphml": tr("GraphML"),
        ".png": tr("PNG"),
        ".svg": tr("SVG"),
        ".pdf": tr("PDF"),
    }
    return words[suffix]


def form_hint(suffix: str, graph: bool = False) -> str:
    """One or two sentences about a form."""
    if graph and suffix == ".json":
        return tr("Node-link JSON, as networkx and D3 read it.")
    hints = {
        ".html": tr("A page that works offline, also on a phone. It remembers your ticks and opens one profile at a time."),
        ".csv": tr("A table for a spreadsheet. Account numbers are written so that none is rounded."),
        ".txt": tr("One link a line."),
        ".json": tr("For programs: every field, ids as text."),
        ".md": tr("Readable text with links, for notes."),
        ".gexf": tr("For Gephi, with verdicts and evidence as attributes."),
        ".graphml": tr("For yEd, Cytoscape and most graph tools."),
        ".png": tr("A picture in pixels, for messages and pages."),
        ".svg": tr("A drawing that stays sharp at any size; its words stay words."),
        ".pdf": tr("One page for printing that stays sharp; its words stay words."),
    }
    return hints[suffix]


def scale_word(scale: float) -> str:
    """The word on the button for a PNG's size: 2×, or 300 dpi."""
    return tr("{times}×").format(times=number(int(scale))) if scale == int(scale) else tr("300 dpi")


def scale_hint(scale: float, width: int, height: int) -> str:
    """How many px a PNG of this size has."""
    return tr("{width}\u00a0×\u00a0{height}\u00a0pixels").format(width=number(round(width * scale)), height=number(round(height * scale)))


def save_words(suffix: str, mode: str) -> str:
    """The words on the strong button."""
    if mode == "pictures":
        return tr("Save picture…")
    if mode == "graph":
        return tr("Save graph…")
    return tr("Save checklist…") if suffix == ".html" else tr("Save list…")


def names_held(named: int, nameless: int) -> str:
    """18 handles and names, 24 account numbers."""
    parts = []
    if named:
        parts.append(plural(named, "%Ln handle and name", "%Ln handles and names"))
    if nameless:
        parts.append(plural(nameless, "%Ln account number alone", "%Ln account numbers alone"))
    return ", ".join(parts) or tr("nobody")


def links_held(count: int) -> str:
    """What a text list holds."""
    return plural(count, "%Ln link with a handle or an account number", "%Ln links with a handle or an account number")


def list_held(messages: bool) -> tuple[str, str]:
    """What else a list holds, and what it leaves out."""
    if messages:
        return tr("why each is on the list, with counts of messages"), tr("no tweets, no words of messages, no notes of yours")
    return tr("why each is on the list"), tr("no tweets, no messages, no notes of yours")


def pseudonyms_held(people: int) -> str:
    """What stands for people in a file that names nobody."""
    return plural(people, "%Ln pseudonym such as P001", "%Ln pseudonyms such as P001")


def as_on_graph(shown: str) -> str:
    """The tick for the picture that the Graph page shows: Map, May 2024."""
    return tr("As on the Graph page: {shown}").format(shown=shown)


def names_in_picture(pseudonyms: bool = False) -> str:
    """Which names a picture holds."""
    return tr("pseudonyms such as P001") if pseudonyms else tr("the names that you can read in it")


def picture_held(pseudonyms: bool = False) -> tuple[str, str]:
    """What else a picture holds, and what it leaves out."""
    if pseudonyms:
        return tr("the date, and who stands where"), tr("no names, no hashtags, no tweets, no messages, no blocks")
    return tr("your handle, the date, hashtags of communities"), tr("no tweets, no messages, no blocks")


def graph_held(messages: bool, blocks: bool, pseudonyms: bool = False) -> tuple[str, str]:
    """What else a graph file holds, and what it leaves out. Pseudonyms hide names, not what was counted, and that is said."""
    extras = [tr("counts and months of each tie, which may still tell who it is") if pseudonyms else tr("counts, dates and verdicts of each tie")]
    if messages:
        extras.append(tr("who wrote messages with you, and how many"))
    if blocks:
        extras.append(tr("whom you blocked or muted"))
    left_out = [tr("no names, ids or days")] if pseudonyms else []
    left_out += [tr("no tweets"), *([] if messages else [tr("no messages")]), *([] if blocks else [tr("no blocks")]), tr("no notes of yours")]
    return ", ".join(extras), ", ".join(left_out)


def rules_of_x() -> str:
    """What stands beside a list to act on."""
    return tr("X forbids bulk and automated following and unfollowing. No number is guaranteed safe: go by hand, at most 50 a day.")


def saved(name: str, size: int) -> tuple[str, str]:
    """Saved., and which file of which size."""
    return tr("Saved."), tr("{name}, {size} KB.").format(name=name, size=number(max(1, -(-size // 1000))))


def copied(count: int, as_links: bool) -> str:
    """After copying a list."""
    if as_links:
        return plural(count, "Copied %Ln link.", "Copied %Ln links.")
    return plural(count, "Copied the list of %Ln person.", "Copied the list of %Ln people.")


def more_people(count: int) -> str:
    """Below a preview that does not show everybody."""
    return plural(count, "%Ln more", "%Ln more")


def not_saved(error: ExportError) -> tuple[str, str]:
    """What happened and what to do, for a file that could not be written."""
    problems = {
        "no-folder": tr("The folder does not exist. Choose another one."),
        "folder": tr("There is a folder of that name. Choose another name."),
        "denied": tr("You may not write there. Choose another folder."),
        "read-only": tr("That place cannot be written to. Choose another folder."),
        "full": tr("There is no room left on that disk. Free some, or choose another one."),
        "name-too-long": tr("The name is too long. Choose a shorter one."),
        "suffix": tr("That ending stands for no form known here. Keep the one that was offered."),
        "format": tr("That ending stands for no picture known here. Use .png, .svg or .pdf."),
        "size": tr("The picture would be too large. Make the window smaller and try again."),
    }
    what = tr("The file was not saved.")
    return what, problems.get(error.problem, tr("The system did not say why. Try another folder."))


def graph_counts(nodes: int, edges: int) -> str:
    """910 accounts, 2,344 ties."""
    return plural(nodes, "%Ln account", "%Ln accounts") + ", " + plural(edges, "%Ln tie", "%Ln ties")


def tie_word(kind: str) -> str:
    """The words for a kind of tie in the preview of graph data."""
    words = {
        "reply": tr("replies"),
        "mention": tr("mentions"),
        "carried": tr("carried along in replies"),
        "quote": tr("quotes"),
        "retweet": tr("retweets"),
        "like": tr("likes"),
        "turn": tr("answers"),
        "dm": tr("messages"),
        "group_dm": tr("messages in groups"),
        "reaction": tr("reactions to messages"),
        "follow": tr("follows"),
        "follows": tr("follows"),
        "co_mention": tr("named together in one tweet"),
        "reply_prefix": tr("in the same conversation"),
    }
    return words.get(kind, kind)
