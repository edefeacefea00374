"""The word lists: what each language finds and what it must not, the estimator's words, the user's own files, and mistakes with their line."""

import time
from pathlib import Path

import pytest

from analyzer.errors import LexiconError
from analyzer.evidence.lexicons import BITS, SHORT_QUESTION, Lexicon, builtin_words, load, matched_words
from analyzer.evidence.marks import ANSWER, GREETING, MORNING, QUESTION, SPRINT, THANKS, WELCOME, opening, session_tags
from analyzer.evidence.word_files import OF_LANGUAGE, SESSIONS

WORDS = MORNING | GREETING | QUESTION | WELCOME | THANKS | ANSWER


def marks(text: str) -> int:
    return load().marks(text) & WORDS


# --- languages ---

FOUND = [
    ("en", "@bea Good morning! Rain again", MORNING),
    ("en", "@bea Aw, hellooo there", GREETING),
    ("en", "@bea How are you?", QUESTION),
    ("en", "@bea Hi and welcome!", WELCOME | GREETING),
    ("en", "@bea Thanks for the follow", WELCOME | THANKS),
    ("en", "@bea haha, never", ANSWER),
    ("es", "@bea ¡Buenos días, Bea!", MORNING),
    ("es", "@bea Hola, ¿qué tal?", GREETING | QUESTION),
    ("es", "¡Bienvenida @bea!", WELCOME),
    ("es", "@bea gracias", THANKS),
    ("fr", "@bea Bonjour !", MORNING | GREETING),
    ("fr", "@bea Salut ! Ça va ?", GREETING | QUESTION),
    ("fr", "Bienvenue @bea", WELCOME),
    ("fr", "@bea oui oui", ANSWER),
    ("de", "@bea Guten Morgen", MORNING),
    ("de", "@bea Huhu! Wie geht’s?", GREETING | QUESTION),
    ("de", "Herzlich willkommen, @bea", WELCOME),
    ("de", "@bea Gerne doch", ANSWER),
    ("pt", "@bea Bom dia!", MORNING),
    ("pt", "@bea Oi! Tudo bem?", GREETING | QUESTION),
    ("pt", "Seja bem-vinda, @bea", WELCOME),
    ("pt", "@bea obrigada!", THANKS),
    ("it", "@bea Buongiorno Bea", MORNING | GREETING),
    ("it", "@bea Ciao, come stai?", GREETING | QUESTION),
    ("it", "Benvenuta @bea", WELCOME),
    ("it", "@bea Grazie mille", THANKS),
    ("ja", "@bea おはようございます", MORNING),
    ("ja", "@bea お久しぶりです。元気？", GREETING | QUESTION),
    ("ja", "@bea ようこそ！", WELCOME),
    ("ja", "@bea ありがとう", THANKS),
    ("ko", "@bea 좋은 아침이에요", MORNING),
    ("ko", "@bea 안녕하세요! 잘 지내요?", GREETING | QUESTION),
    ("ko", "@bea 환영합니다", WELCOME),
    ("ko", "@bea ㅋㅋㅋㅋ", ANSWER),
    ("ru", "@bea Доброе утро!", MORNING),
    ("ru", "@bea Привет, как дела?", GREETING | QUESTION),
    ("ru", "Добро пожаловать, @bea", WELCOME),
    ("ru", "@bea Да, конечно", ANSWER),
    ("tr", "@bea GÜNAYDIN", MORNING),
    ("tr", "@bea Merhaba, nasılsın?", GREETING | QUESTION),
    ("tr", "Hoş geldin @bea", WELCOME),
    ("tr", "@bea Teşekkürler", THANKS),
    ("ar", "@bea صباح الخير", MORNING),
    ("ar", "@bea مرحبا، كيف حالك؟", GREETING | QUESTION),
    ("ar", "أهلا وسهلا @bea", WELCOME | GREETING),
    ("ar", "@bea شكرا جزيلا", THANKS),
]
MISSED = [
    ("en", "@bea Good mornings are rare"),
    ("en", "@bea this morning was grey"),
    ("en", "@bea He said hello to me"),
    ("en", "@bea Thanksgiving"),
    ("en", "@bea Welcoming committee"),
    ("en", "@bea Nothing, how are you"),
    ("es", "@bea Los buenos días pasan"),
    ("es", "@bea siempre"),
    ("fr", "@bea Bonjourno"),
    ("fr", "@bea ouïe"),
    ("de", "@bea Morgenstern"),
    ("de", "@bea Jahre später"),
    ("pt", "@bea Oitenta"),
    ("it", "@bea Un bel ciao"),
    ("ja", "@bea そのおはよう"),
    ("ko", "@bea 그래 안녕"),
    ("ru", "@bea Утром дождь"),
    ("ru", "@bea Нету"),
    ("tr", "@bea Bir merhaba"),
    ("ar", "@bea كل صباح الخير"),
]


@pytest.mark.parametrize(("language", "text", "bits"), FOUND, ids=lambda value: str(value)[:30])
def test_each_language_finds_its_words(language: str, text: str, bits: int) -> None:
    """With all languages together, and with this one alone: no word is found by another's."""
    assert marks(text) == bits
    assert Lexicon(builtin_words()[language]).marks(text) & WORDS == bits


@pytest.mark.parametrize(("language", "text"), MISSED, ids=lambda value: str(value)[:30])
def test_each_language_leaves_near_words_alone(language: str, text: str) -> None:
    assert Lexicon(builtin_words()[language]).marks(text) == 0
    assert marks(text) == 0


def test_every_language_asked_for_has_all_lists() -> None:
    assert builtin_words().keys() >= {"en", "es", "fr", "de", "pt", "it", "ja", "ko", "ru", "tr", "ar", "sessions"}
    languages = {name: words for name, words in builtin_words().items() if name != "sessions"}
    for name, words in languages.items():
        assert words.keys() == BITS.keys() == set(OF_LANGUAGE), name
        assert all(words[kind] for kind in ("morning", "greeting", "question", "welcome", "thanks")), name
    assert builtin_words()["sessions"].keys() == set(SESSIONS)


# --- where words count ---


def test_a_word_counts_at_the_start_of_a_sentence_and_no_answer_later_than_the_start() -> None:
    assert marks("@bea @kim: Well then. Good morning") == MORNING
    assert marks("@bea Well then good morning") == 0
    assert marks(". @bea Yes") == ANSWER
    assert marks("@bea 🙂 thanks") == THANKS
    assert marks("@bea Well. Thanks, yes") == 0


def test_a_question_is_short() -> None:
    assert marks("@bea How are you today" + " now" * 10 + "?") == QUESTION
    assert marks("@bea How are you " + "x" * SHORT_QUESTION + "?") == 0
    assert marks("@bea How are you.") == 0


def test_you_are_welcome_is_no_welcome() -> None:
    assert marks("@bea You're welcome!") == marks("@bea you’re welcome") == ANSWER


def test_the_estimators_words_are_those_it_was_measured_with() -> None:
    """At the start of the text; "…" in the estimator's list is ``*`` here. Only Turkish and Arabic, which it lacks, have more."""
    thanks = "thx thank thanks thnx ty cheers merci danke gracias grazie obrigad* ありがと* спасибо 고마* 감사* tak tack dank*"
    answer = (
        "yes yeah yep yup ya no nope nah non oui si sí ja jo nein nee да нет はい* haha* hehe* lol lmao jaja* mdr ахах* 笑* ㅋㅋ* ㅎㅎ* true "
        "exactly indeed agreed genau exact claro oh ah aha ok okay bitte gern*"
    )
    phrases = {"you're welcome", "no problem", "de nada"}
    measured = [words for name, words in builtin_words().items() if name not in ("tr", "ar")]
    assert {word for words in measured for word in words.get("thanks", ())} == set(thanks.split())
    assert {word for words in measured for word in words.get("answer", ())} == set(answer.split()) | phrases
    assert [opening(marks(f"@bea {word.rstrip('*')}")) for word in thanks.split()] == ["thanks"] * len(thanks.split())
    assert [opening(marks(f"@bea {word.rstrip('*')}")) for word in answer.split()] == ["answer"] * len(answer.split())
    assert opening(marks("@bea thank you, yes")) == "thanks"
    assert opening(marks("@bea Yesterday")) == opening(marks("@bea okayy")) == ""


# --- sessions ---


def test_tags_and_accounts_of_sessions() -> None:
    lexicon = load()
    sprint = lexicon.marks("@bea go", ["WordSprint"])
    assert sprint & SPRINT and session_tags(sprint).bit_count() == 1
    assert session_tags(sprint) == session_tags(lexicon.marks("@kim again", ["wordsprint"]))
    assert not session_tags(sprint) & session_tags(lexicon.marks("@kim again", ["1k1hr"]))
    assert lexicon.marks("with @NaNoWordSprints", (), ["nanowordsprints"]) & SPRINT
    assert lexicon.marks("@bea go", ["wordsprinter"], ["nanowordsprints2"]) == 0


# --- matched words ---


def test_matched_words_stand_as_they_were_written() -> None:
    assert matched_words("@bea Mornin’, Bea. Hello!", "morning") == ("Mornin’", "Hello")
    assert matched_words("@bea Oh. GOOD morning, Bea! Hellooo", "morning") == ("GOOD morning", "Hellooo")
    assert matched_words("@bea Hey! How are you?", "hello") == ("Hey", "How are you")
    assert matched_words("Welcome @bea!", "welcome_answer") == ("Welcome",)
    assert matched_words("@WordSprints now #1K1HR with #cats", "sprint") == ("@WordSprints", "#1K1HR")
    assert matched_words("@bea Hello", "conversation") == ()
    assert matched_words("@bea İyi akşamlar. Merhaba", "hello")[-1].lower() == "merhaba"


# --- the user's own words ---


def own(tmp_path: Path, **files: str) -> Path:
    for name, text in files.items():
        (tmp_path / f"{name}.toml").write_text(text, encoding="utf-8")
    return tmp_path


def test_the_users_own_words_win(tmp_path: Path) -> None:
    folder = own(
        tmp_path,
        en='morning = ["rise and write"]\n[add]\ngreeting = ["ahoy"]\n[remove]\nanswer = ["YA"]\n',
        eo='greeting = ["saluton"]\n',
        sessions='[add]\ntags = ["#CatHour"]\n[remove]\ntags = ["amwriting"]\n',
    )
    lexicon = load(folder)
    assert (lexicon.marks("@bea rise and write!"), lexicon.marks("@bea Good morning")) == (MORNING, 0)
    assert lexicon.marks("@bea Ahoy") == lexicon.marks("@bea hello") == lexicon.marks("@bea Saluton!") == GREETING
    assert (lexicon.marks("@bea ya"), lexicon.marks("@bea yes")) == (0, ANSWER)
    assert lexicon.marks("x", ["cathour"]) & SPRINT and lexicon.marks("x", ["wordsprint"]) & SPRINT and not lexicon.marks("x", ["amwriting"])
    assert matched_words("@bea Ahoy", "hello", folder) == ("Ahoy",)
    assert load().marks("@bea Ahoy") == 0 and load(tmp_path / "nowhere").marks("@bea hello") == GREETING


def test_a_changed_file_counts_at_once(tmp_path: Path) -> None:
    assert load(own(tmp_path, en='morning = ["one"]')).marks("@bea one") == MORNING
    assert load(own(tmp_path, en='morning = ["two"]')).marks("@bea one") == 0


@pytest.mark.parametrize(
    ("text", "line", "words"),
    [
        ('greeting = ["a"]\nmornings = ["b"]\n', 2, "mornings"),
        ('greeting = "hello"\n', 1, "list of words"),
        ('morning = ["a"]\ngreeting = [\n  "b",\n  3,\n]\n', 4, "no word"),
        ('greeting = [\n  "hello",\n  "he*lo",\n]\n', 3, "no word"),
        ('greeting = ["*"]\n', 1, "no word"),
        ('greeting = ["  "]\n', 1, "no word"),
        ('\nadd = ["hello"]\n', 2, "section"),
        ('greeting = ["a"]\n[add]\ntag = ["b"]\n', 3, "tag"),
        ("language = 5\n", 1, "text"),
        ('greeting = ["a"]\nanswer = [\n', 2, "TOML"),
        ('greeting = ["a"]\nanswer = oh\n', 2, "TOML"),
        (f"answer = [{'9' * 5000}]\n", 0, "TOML"),
        (f"greeting = []\nanswer = [0x{'f' * 5000}]\n", 2, "no word"),
    ],
)
def test_a_mistake_is_told_with_its_line(tmp_path: Path, text: str, line: int, words: str) -> None:
    with pytest.raises(LexiconError) as caught:
        load(own(tmp_path, en=text))
    assert caught.value.path == tmp_path / "en.toml"
    assert words in caught.value.problem
    assert caught.value.line == line


def test_a_file_that_is_no_text_is_told(tmp_path: Path) -> None:
    (tmp_path / "en.toml").write_bytes(b'greeting = ["\xff"]')
    with pytest.raises(LexiconError, match="UTF-8"):
        load(tmp_path)


def test_words_are_words_and_no_patterns(tmp_path: Path) -> None:
    """What stands in a list is never read as a regular expression."""
    lexicon = load(own(tmp_path, xx='greeting = ["(a+)+b", "q.", "\\\\d"]\n'))
    assert lexicon.marks("@bea (a+)+b") == lexicon.marks("@bea q.") == GREETING
    assert lexicon.marks("@bea aab") == lexicon.marks("@bea qx") == lexicon.marks("@bea 5") == 0


@pytest.mark.parametrize("text", ["." * 1_000_000, "@a " * 300_000, "haha" * 300_000, "! " * 500_000, "İ" * 500_000])
def test_hostile_texts_take_no_time(text: str) -> None:
    """A text of a megabyte costs no more than reading through its beginning: runs of dots are not gone over again and again."""
    begun = time.process_time()
    load().marks(text)
    matched_words(text, "morning")
    assert time.process_time() - begun < 2
