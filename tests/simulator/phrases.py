"""Invented small talk: what ego and the others say, by occasion and language, with slots that make nearly every sentence different."""

from collections.abc import Mapping
from random import Random

_THINGS = (
    "chapter four", "the second draft", "that stubborn ending", "the opening page", "my villain", "the harbour scene", "a very short story",
    "the outline", "chapter nineteen", "the epilogue", "the lighthouse story", "my notes from last winter", "the map at the front", "the dialogue",
    "the middle of the book", "a list of titles", "the ferry chapter", "a letter my heroine never sends", "the query letter", "the first line",
)
_PLACES = ("the kitchen table", "the library", "the train", "the ferry", "a café by the canal", "the balcony", "the attic", "bed", "the allotment", "the night bus")
_DRINKS = ("coffee", "tea & toast", "cocoa", "a very large coffee", "green tea", "porridge & tea", "lukewarm coffee")
_MOODS = ("slowly", "at last", "against all odds", "one line at a time", "with the cat on the notes", "in the rain", "before breakfast", "until midnight")
_ADJECTIVES = ("lovely", "brave", "odd", "gentle", "sharp", "funny", "sad", "strange", "clever", "patient", "warm")

_ENGLISH: Mapping[str, tuple[str, ...]] = {
    "post": (
        "Working on {thing} {mood}, somewhere between {place} and {place2}.", "Nobody tells you how {adj} {thing} can be when you read it on {place}.",
        "Today's small victory: {thing}, finished {mood}. {drink} helped.", "I have rewritten {thing} {n} times & I still hear it breathing.",
        "Reading on {place} again. {thing2} turned out {adj} and {adj2}.", "If you need me I am on {place} with {thing} and {drink}.",
        "A question for everybody who writes: how do you know that {thing} is done?", "{n} pages of {thing} cut {mood}; it reads {adj} now.",
    ),
    "comment": (
        "This is so {adj}. I felt the same about {thing}.", "I read this on {place} and had to put it down for a moment.", "How long did {thing} take you?",
        "That line will stay with me.", "I'd read {n} pages of this.", "Where can one read the rest?", "What a {adj} way to put it.", "The part about {place} is {adj}!",
        "Saving this for the day I get back to {thing}.", "Same here, {mood}.", "Did you write it {mood}?", "Now I want to reread {thing}.", "So {adj} & so {adj2}.",
    ),
    "their_answer": (
        "{ego} that means a lot, {thing} nearly broke me", "{ego} ha, {mood}! How is {thing} going?", "{ego} it took me {n} days, mostly on {place}",
        "{ego} I was thinking of {thing2} all along", "{ego} you always notice the {adj} bits", "{ego} tell me more about {thing}?",
        "{ego} {n} pages so far, {mood}", "{ego} I knew you would understand", "{ego} exactly, and {drink} makes it bearable",
    ),
    "their_call": (
        "{ego} I thought of you on {place} today: {thing}!", "{ego} have you seen this? It is so very {adj}.", "{ego} how is {thing} coming along?",
        "Reading {thing} by {ego}, {mood}. It is {adj}.", "{ego} do you still have {thing}?",
    ),
    "reply": (
        "haha, {mood}, as always. And yours?", "Yes! {n} pages and counting.", "oh, that is {adj}. Which part of {thing}?", "Thank you, that makes my day.",
        "I think it needs {n} more days on {place}.", "Exactly, that is why {thing} had to go.", "No, not yet, {thing2} comes first.", "It grew {mood}.",
        "Then let us swap {thing} for {thing2}!", "I will send it to you before {drink}.", "You are too kind. {thing} is still {adj}, though.",
        "That is what I hoped for {thing}.", "On {place}, where else?", "Thanks! And good luck with {thing2}.", "We should talk about {thing} some day.",
        "It began on {place}, I think, {mood}.", "How did you get {thing2} to sound so {adj}?",
    ),
    "own_call": (
        "I just thought of you: {thing} has a scene on {place} now.", "how did {thing} end? I never asked.", "you were right about {thing}.",
        "this is for you: {thing}, {mood}.", "did you ever finish {thing2}?",
    ),
    "original": (
        "{thing}: done {mood}. Now {drink}.", "Wrote {n} words on {place}. They are {adj}, all of them.", "Some days {thing} writes itself. Today it asked for {drink} first.",
        "Does anybody else read {thing} aloud on {place}?", "{n} words. {thing} is {adj} again.", "Note to self: {thing} does not need {thing2}.",
        "Rain on {place}, {drink}, and {thing} {mood}.", "What do you do when {thing} turns {adj} overnight?", "I have been on {place} since {n} & I regret nothing.",
        "Asked the cat about {thing}. The cat said: {adj}.", "Today's line from {thing}: \"she kept the {adj} part for {place}\".",
    ),
    "thread": ("And one more thing about {thing}: it is {adj}.", "(continued) {thing2} came {mood}.", "So that was {thing}. {n} words in all.", "The rest happened on {place}."),
    "quote": ("Everyone should read this {mood}.", "This is {adj}, and it explains {thing}.", "About {thing}, but also about {place}.", "Exactly what I needed for {thing}."),
    "mention": ("Reading {thing} with {who} {mood}.", "A {adj} day on {place} with {who}.", "Thinking about what {who} said of {thing}.", "{who}: {thing} is for you & you know why."),
    "sprint_call": ("Who is in for {tag} at {slot}? {who}", "{who} {tag} at {slot}? {n} minutes of {thing}.", "Next {tag}: {slot}. {who}, are you there?"),
    "sprint_in": ("{ego} I'm in! {tag}", "{ego} yes please, {thing} is waiting {tag}", "{ego} count me in, {drink} is ready {tag}"),
    "sprint_go": ("Great, go! {tag}", "Then off we go, {thing} for me. {tag}", "Yes! Timer is running. {tag}", "Ready, set, write! {tag}"),
    "sprint_theirs": ("{ego} {n} words, you? {tag}", "{ego} done, {n} and all of them {adj} {tag}", "{ego} only {n}, but {thing} moved {tag}"),
    "sprint_count": ("{n} for me! {tag}", "{n}, and {thing} has a shape now. Another round? {tag}", "Wow, well done! {n} here. {tag}", "{n} words, {mood}. {tag}"),
    "sprint_last": ("Same time tomorrow? {tag}", "That was {adj}. See you at the next {tag}", "Thanks for the company! {tag}"),
    "morning": ("Good morning {name}! {drink} first, then {thing}.", "Morning! ☀️ Slept well?", "Good morning from {place}!", "Good morning, dear {name}. How is {thing}?"),
    "morning_theirs": ("{ego} good morning! ☀️", "{ego} morning! {drink} is on", "{ego} good morning from {place}, how are you?", "{ego} Morning, have a {adj} day!"),
    "morning_answer": ("Good morning to you too! Have a {adj} day.", "Morning {name}! {drink} here as well.", "Good morning! Off to {thing} now.", "And a good morning to {place}! ☀️"),
    "hello_theirs": ("{ego} hello again! How have you been?", "{ego} hi there, long time no see. Still on {thing}?", "{ego} Hey, just saying hello from {place}!", "{ego} hello dear, how are you?"),
    "hello_answer": ("Hello {name}! How lovely to hear from you. {thing} lives, and you?", "Hi! It has been too long. How are you?", "Hello hello! Back from {place}?", "Hey {name}, how are you these days?"),
    "welcome": ("Welcome! Thank you for following, {name}. What are you writing?", "Thanks for the follow and welcome! Do you sprint too?", "Welcome, {name}! So nice to meet you. What is on your desk?"),
    "welcome_theirs": ("{ego} thank you for the warm welcome! I'm on {thing}.", "{ego} hi, and thanks! Mostly {thing}, {mood}.", "{ego} thank you! I saw your sprints and got curious."),
    "welcome_reply": ("Oh, {thing} sounds {adj}! Join us for a sprint some time.", "Lovely! {place} is where most of us write, too.", "Thank you for answering. I want to hear about {thing}!"),
    "support": ("My order of {thing} has been stuck since Monday, can you help?", "The reader app loses my notes on {place}. Any idea?", "Is the shop closed today?"),
    "support_theirs": ("{ego} We're sorry to hear that. Could you send us the order number?", "{ego} Hi, please try again after the update."),
    "support_reply": ("Thanks, that worked.", "Done, sent it a minute ago.", "No, it still happens on {place}."),
    "dm": ("Did you get {thing}? It is {adj}.", "Just read it, {mood}!", "Tomorrow on {place}?", "Sending you {thing2} tonight.", "How are you, really?", "{n} words today.", "I'll call you after {drink}."),
    "advert": ("New: {n} tips for {thing}. Sign up today!", "Our {adj} course on {thing} starts soon."),
}
_OTHER: Mapping[str, Mapping[str, tuple[str, ...]]] = {
    "sv": {"reply": ("Tack! Det värmer.", "ja precis, kapitel {n} till slut!", "Haha, nej, inte än."), "comment": ("Så fint skrivet.", "Hur länge skrev du på den?"),
           "morning": ("God morgon {name}! Kaffe först.",), "morning_answer": ("God morgon! Ha en fin dag.",), "morning_theirs": ("{ego} god morgon! ☀️",)},
    "de": {"reply": ("Danke dir, das freut mich sehr!", "Ja, genau, Kapitel {n} war schuld.", "Ach, noch lange nicht fertig."), "comment": ("Wie schön gesagt.", "Das möchte ich ganz lesen!"),
           "morning": ("Guten Morgen {name}! Erst Kaffee.",), "morning_answer": ("Guten Morgen zurück! Schönen Tag dir.",), "morning_theirs": ("{ego} guten Morgen aus dem Zug!",)},
    "es": {"reply": ("¡Gracias! Ya voy por la página {n}.", "sí, claro, mañana te lo mando.", "Jaja, todavía no."), "comment": ("Qué bonito.", "¿Cuánto tardaste en escribirlo?"),
           "morning": ("¡Buenos días, {name}!",), "morning_answer": ("¡Buenos días! Que tengas un buen día.",), "morning_theirs": ("{ego} ¡buenos días! ☕",)},
    "fr": {"reply": ("Merci, ça me touche beaucoup.", "oui, enfin la page {n} !", "non, pas encore, mais presque."), "comment": ("Quelle belle phrase.", "Où peut-on lire la suite ?"),
           "morning": ("Bonjour {name} ! D'abord un café.",), "morning_answer": ("Bonjour ! Belle journée à toi.",), "morning_theirs": ("{ego} bonjour ! ☀️",)},
    "nl": {"reply": ("Dank je wel, wat lief!", "ja, {n} bladzijden al.", "Nee, nog lang niet."), "comment": ("Wat mooi gezegd.",),
           "morning": ("Goedemorgen {name}!",), "morning_answer": ("Goedemorgen! Fijne dag.",), "morning_theirs": ("{ego} goedemorgen vanaf de fiets",)},
    "pt": {"reply": ("Obrigada! Já são {n} páginas.", "sim, claro, amanhã."), "comment": ("Que lindo.", "Onde se pode ler?"),
           "morning": ("Bom dia, {name}!",), "morning_answer": ("Bom dia! Boa escrita.",), "morning_theirs": ("{ego} bom dia! ☕",)},
    "it": {"reply": ("Grazie, sei gentile!", "sì, pagina {n} finalmente."), "comment": ("Che bella frase.", "Quanto ci hai messo?"),
           "morning": ("Buongiorno {name}!",), "morning_answer": ("Buongiorno a te!",), "morning_theirs": ("{ego} buongiorno! ☀️",)},
}
SPRINT_TAGS = ("#wordsprint", "#1k1hr", "#wordsprint", "#writeclub", "#wordwars")
CIRCLE_TAGS = ("#wordsprint", "#amwriting", "#flashfiction", "#poetry", "#nordicnoir", "#amediting")


def say(occasion: str, rng: Random, language: str = "en", **slots: str) -> tuple[str, str]:
    """A sentence for the occasion and the language it came out in; slots without a value get an invented one."""
    pool = _OTHER.get(language, {}).get(occasion) if rng.random() < 0.8 else None
    spoken = language if pool else "en"
    pick = rng.choice
    values = {
        "thing": pick(_THINGS), "thing2": pick(_THINGS), "place": pick(_PLACES), "place2": pick(_PLACES), "drink": pick(_DRINKS), "mood": pick(_MOODS),
        "adj": pick(_ADJECTIVES), "adj2": pick(_ADJECTIVES), "n": str(rng.randrange(12, 999)), **slots,
    }
    return pick(pool or _ENGLISH[occasion]).format(**values), spoken
