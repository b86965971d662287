package vn.doichieu.sample

import java.time.Instant
import vn.doichieu.Display
import vn.doichieu.Finding
import vn.doichieu.Inspector
import vn.doichieu.Kind
import vn.doichieu.Look
import vn.doichieu.Paper
import vn.doichieu.Seen
import vn.doichieu.Text
import vn.doichieu.Verdict

/**
 * What an officer's screen shows of a verdict: no drawing, so that a console and an Android activity share it. It holds what
 * the citizen agreed to show: drop it at [until], and never write it anywhere.
 */
data class Screen(
    /** A test root stands behind it: TEST stands across the screen. */
    val test: Boolean,
    val tone: Tone,
    val headline: Text,
    /** What was found, and what may be done next: first about the showing, then paper by paper. */
    val lines: List<Line>,
    val papers: List<Card>,
    /** When values leave the screen; `null`: there are none. */
    val until: Instant?,
) {
    /** Colours say nothing that the headline does not. */
    enum class Tone { GOOD, LOOK, BAD, AGAIN }

    data class Line(val text: Text, val step: Text)

    data class Card(val kind: Kind?, val headline: Text, val fields: List<Row>, val lines: List<Line>) {
        override fun toString() = "Card($kind)"
    }

    /** A field and its value in words. `behindPress`: shown only after a press. */
    data class Row(val label: Text, val value: Text, val behindPress: Boolean) {
        override fun toString() = "Row(${label.en})"
    }

    override fun toString() = "Screen($tone)"
}

/** What the handheld took in. A chip's read-out joins these with the next version of the engine. */
sealed interface Input {
    /** The text of a code, as the scanner gave it. */
    data class Code(val text: String) : Input {
        override fun toString() = "Code"
    }
}

/** The screen of what was seen. The releases stay open: whoever shows it closes [Seen] when the person goes. */
fun screenOf(seen: Seen, inspector: Inspector, now: Instant): Screen = when (seen) {
    is Seen.Unreadable -> Screen(
        test = inspector.isTest(),
        tone = if (seen.headline.name == "scan_again") Screen.Tone.AGAIN else Screen.Tone.LOOK,
        headline = seen.headline.text,
        lines = listOf(Screen.Line(seen.text, Text("", ""))),
        papers = emptyList(),
        until = null,
    )
    is Seen.Report -> Screen(
        test = seen.report.isTest(),
        tone = when (seen.report.verdict()) {
            Verdict.ACCEPT -> Screen.Tone.GOOD
            Verdict.REFER -> Screen.Tone.LOOK
            Verdict.REFUSE -> Screen.Tone.BAD
        },
        headline = seen.report.headline().text,
        lines = seen.report.findings().map(::line),
        papers = seen.papers.map { card(it, inspector, now) },
        until = seen.papers.filterIsInstance<Paper.Proven>().mapNotNull { it.release.displayUntil() }.minOrNull(),
    )
}

private fun line(of: Finding) = Screen.Line(of.text, of.step.text)

private fun card(paper: Paper, inspector: Inspector, now: Instant): Screen.Card = when (paper) {
    is Paper.Proven -> {
        val fields = when (val look = paper.release.at(now)) {
            is Look.Values -> look.shown.use { shown -> shown.entries() }
            Look.Ended -> emptyList()
        }
        val rows = fields.filter { it.display != Display.NEVER }
            .map { Screen.Row(it.label, it.text, it.display == Display.BEHIND_PRESS) }
        Screen.Card(paper.facts.kind, paper.facts.headline.text, rows, paper.release.words(inspector, now).map(::line))
    }
    is Paper.Answered -> Screen.Card(paper.facts.kind, paper.text, emptyList(), paper.facts.findings.map(::line))
    is Paper.Unproven -> Screen.Card(paper.facts.kind, paper.facts.headline.text, emptyList(), paper.facts.findings.map(::line))
}
